import { httpRegistry } from '../../../src/adapters/http-registry.ts'
import type { Credentials } from '../../../src/adapters/registry/docker-credentials.ts'
import { ImageReference } from '../../../src/domain/oci/image-reference.ts'
import { Fault } from '../../../src/domain/shared/fault.ts'
import type { Registry, RegistryNeighbours } from '../../../src/ports/registry.ts'
import { memoryLog } from '../../support/memory-log.ts'

/** A reader that does not wait, and keeps how long it would have waited: its clock goes on by that, and by nothing else. */
export interface Reader {
  readonly registry: Registry & RegistryNeighbours
  /** In milliseconds. */
  readonly pauses: readonly number[]
  /** What was printed. */
  readonly lines: readonly string[]
  readonly secrets: readonly string[]
  /** For which registries a login was looked for. */
  readonly asked: readonly string[]
}

/** 12:00 on the reader's clock. */
export const NOON = Date.UTC(2026, 10, 25, 12)

interface ReaderOptions {
  readonly random?: number
  readonly timeoutMilliseconds?: number
  readonly environment?: Readonly<Record<string, string>>
  readonly elapsed?: () => number
}

export function reader(credentials?: Credentials, options: ReaderOptions = {}): Reader {
  const { random = 1, timeoutMilliseconds = 20_000, environment = {} } = options
  const pauses: number[] = []
  const log = memoryLog()
  const secrets: string[] = []
  const asked: string[] = []
  const registry = httpRegistry({
    credentials: (name) => {
      asked.push(name)
      return Promise.resolve(credentials)
    },
    onSecret: (secret) => secrets.push(secret),
    log,
    timeoutMilliseconds,
    environment,
    patience: {
      tries: 5,
      triesForMissing: 3,
      wait: (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
      random: () => random,
      now: () => NOON,
      elapsed: options.elapsed ?? (() => pauses.reduce((sum, pause) => sum + pause, 1_000_000)),
    },
  })
  return { registry, pauses, lines: log.lines, secrets, asked }
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
