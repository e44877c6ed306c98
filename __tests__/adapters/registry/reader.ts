import { httpRegistry } from '../../../src/adapters/http-registry.ts'
import type { Credentials } from '../../../src/adapters/registry/docker-credentials.ts'
import { ImageReference } from '../../../src/domain/oci/image-reference.ts'
import { Fault } from '../../../src/domain/shared/fault.ts'
import type { Registry } from '../../../src/ports/registry.ts'

/** A reader that does not wait, and keeps how long it would have waited. */
export interface Reader {
  readonly registry: Registry
  /** In milliseconds. */
  readonly pauses: readonly number[]
  readonly secrets: readonly string[]
  /** For which registries a login was looked for. */
  readonly asked: readonly string[]
}

/** 12:00 on the reader's clock. */
export const NOON = Date.UTC(2026, 10, 25, 12)

export function reader(credentials?: Credentials, { random = 1, timeoutMilliseconds = 20_000 } = {}): Reader {
  const pauses: number[] = []
  const secrets: string[] = []
  const asked: string[] = []
  const registry = httpRegistry({
    credentials: (name) => {
      asked.push(name)
      return Promise.resolve(credentials)
    },
    onSecret: (secret) => secrets.push(secret),
    timeoutMilliseconds,
    patience: {
      tries: 5,
      triesForMissing: 3,
      wait: (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
      random: () => random,
      now: () => NOON,
    },
  })
  return { registry, pauses, secrets, asked }
}

export function reference(host: string, digest: string, repository = 'org/orders'): ImageReference {
  return ImageReference.parse(`${host}/${repository}@${digest}`)
}

/** The fault that something ends with. */
export async function faultOf(act: Promise<unknown>): Promise<Fault> {
  try {
    await act
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('there was no fault')
}
