import { Refusal } from './model/refusal.ts'

/** What is counted together. */
export type RateResource = 'core' | 'graphql'

/** What a token has left of its primary rate limit. */
export interface RateBudget {
  readonly limit: number
  remaining: number
  resetAt: Date
}

const HOUR = 3_600_000

/** The primary rate limits, per token and resource. */
export class RateLimits {
  readonly #clock: () => Date
  readonly #budgets = new Map<string, RateBudget>()

  constructor(clock: () => Date) {
    this.#clock = clock
  }

  /** What is left; a full hour starts with the first request after the last one has run out. */
  budget(key: string, resource: RateResource): RateBudget {
    const name = `${resource} ${key}`
    const known = this.#budgets.get(name)
    if (known !== undefined && known.resetAt > this.#clock()) return known
    const limit = key === '' ? 60 : 5000
    const fresh = { limit, remaining: limit, resetAt: new Date(this.#clock().getTime() + HOUR) }
    this.#budgets.set(name, fresh)
    return fresh
  }

  /** Sets what is left. */
  set(key: string, resource: RateResource, remaining: number, resetAt?: Date): void {
    Object.assign(this.budget(key, resource), { remaining, ...(resetAt === undefined ? {} : { resetAt }) })
  }

  /** Counts one request. @throws Refusal 403 when nothing is left. */
  spend(key: string, resource: RateResource): void {
    const budget = this.budget(key, resource)
    if (budget.remaining === 0) throw new Refusal(403, 'API rate limit exceeded')
    budget.remaining -= 1
  }

  /** The headers of an answer. */
  headers(key: string, resource: RateResource): Record<string, string> {
    const { limit, remaining, resetAt } = this.budget(key, resource)
    return {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-used': String(limit - remaining),
      'x-ratelimit-reset': String(Math.ceil(resetAt.getTime() / 1000)),
      'x-ratelimit-resource': resource,
    }
  }
}
