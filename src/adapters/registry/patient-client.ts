import { REGISTRY_FAULTS, registryFault } from '../../domain/oci/registry-faults.ts'
import { registryWords } from '../../domain/oci/registry-words.ts'
import type { Fault } from '../../domain/shared/fault.ts'
import { quoted } from '../../domain/shared/quoted.ts'
import type { Log } from '../../ports/log.ts'
import { exchange, type HttpAnswer, type HttpRequest } from './exchange.ts'
import {
  isTrouble,
  OUT_OF_TIME,
  timeOfRun,
  tryPatiently,
  type Occasion,
  type Patience,
  type Tried,
} from './patience.ts'
import { unusedProxyHint } from './proxy.ts'

export interface ClientOptions {
  readonly patience: Patience
  readonly timeoutMilliseconds: number
  /** Is told every secret before it is used. */
  readonly onSecret: (secret: string) => void
  readonly log: Pick<Log, 'info'>
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * How often something is asked for: `late`, which may come yet where it is not known, with all tries; `usual`, with all tries, and 404
 * is an answer as others; `once`.
 */
export type Effort = 'late' | 'usual' | 'once'

/** What all requests of a run go through, whatever the registry: they share its time, and what is secret in it. */
export class PatientClient {
  readonly #options: ClientOptions
  readonly #left: () => number
  readonly #secrets = new Set<string>()

  constructor(options: ClientOptions) {
    this.#options = options
    this.#left = timeOfRun(options.patience)
  }

  /** Takes care that a secret is shown nowhere. */
  hide(secret: string): void {
    this.#secrets.add(secret)
    this.#options.onSecret(secret)
  }

  /**
   * One exchange, within the time of the run.
   *
   * @throws {Fault} `registry-unavailable` where it is over, or of the exchange
   * @throws {NoAnswer}
   */
  async exchange(request: Omit<HttpRequest, 'timeoutMilliseconds'>): Promise<HttpAnswer> {
    const left = Math.ceil(this.#left())
    if (left <= 0)
      throw registryFault('registry-unavailable', { subject: request.url.host, detail: OUT_OF_TIME })
    const timeoutMilliseconds = Math.min(this.#options.timeoutMilliseconds, left)
    return exchange({ ...request, timeoutMilliseconds })
  }

  /**
   * The answer to what is sent, again and again while there is hope for one.
   *
   * @param host where it is sent to
   * @throws {Fault} `registry-unavailable`, or of what is sent
   */
  async patiently(host: string, effort: Effort, send: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
    const patience = withEffort(this.#options.patience, effort)
    const onPause: Occasion['onPause'] = (tried, milliseconds, tries) => {
      const seen = 'answer' in tried ? this.said(tried.answer) : noAnswer(host, tried.error)
      const next = `try ${tried.tries + 1} of ${tries} in ${(milliseconds / 1000).toFixed(1)} s`
      this.#options.log.info(`${seen}; ${next}`)
    }
    const tried = await tryPatiently({ patience, left: this.#left, onPause }, send)
    if ('answer' in tried && !isTrouble(tried.answer.status)) return tried.answer
    throw this.#unavailable(host, tried)
  }

  /** `ghcr.io answered 403, saying "DENIED: requested access to the resource is denied"` */
  said(answer: Pick<HttpAnswer, 'status' | 'body' | 'url'>): string {
    const words = registryWords(answer.body)
    const hidden = [...this.#secrets].reduce((text, secret) => text?.replaceAll(secret, '***'), words)
    const saying = hidden === undefined ? '' : `, saying ${quoted(hidden)}`
    return `${answer.url.host} answered ${answer.status}${saying}`
  }

  #unavailable(host: string, tried: Tried): Fault {
    const { tries, stopped } = tried
    const seen = 'answer' in tried ? this.said(tried.answer) : noAnswer(host, tried.error)
    const proxy =
      'error' in tried ? unusedProxyHint(this.#options.environment, process.versions.node) : undefined
    const cure = stopped?.hint ?? REGISTRY_FAULTS['registry-unavailable'].cure
    return registryFault('registry-unavailable', {
      subject: host,
      detail: stopped === undefined ? `${seen}, at the last of ${tries} tries` : `${seen}; ${stopped.detail}`,
      hint: proxy === undefined ? cure : `${proxy} ${cure}`,
      ...('error' in tried && { cause: tried.error }),
    })
  }
}

function withEffort(patience: Patience, effort: Effort): Patience {
  if (effort === 'late') return patience
  return { ...patience, triesForMissing: 1, ...(effort === 'once' && { tries: 1 }) }
}

function noAnswer(host: string, { message }: Error): string {
  return `there was no answer of ${host} (${message})`
}
