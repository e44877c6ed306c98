import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'

import type { FaultSwitch } from '../../../sandbox/artifacts/faults.ts'
import { startArtifactService, type ArtifactService } from '../../../sandbox/artifacts/service.ts'

/** A service for one test, with a clock that only moves when it is told to. */
export interface ServiceFixture {
  readonly service: ArtifactService
  /** A folder of the test, removed with the service. */
  readonly folder: string
  /** Where the service keeps its bytes, inside {@link ServiceFixture.folder}. */
  readonly store: string
  /** Moves the clock of the service on. */
  pass(milliseconds: number): void
}

const fixtures: ServiceFixture[] = []

/** Starts a service in a folder of its own. */
export async function serviceFixture(options: {
  before?: FaultSwitch
  retentionDays?: number
}): Promise<ServiceFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'artifacts-'))
  const store = join(folder, 'store')
  let now = Date.now()
  const service = await startArtifactService({ folder: store, clock: () => new Date(now), ...options })
  const pass = (milliseconds: number): void => {
    now += milliseconds
  }
  const fixture = { service, folder, store, pass }
  fixtures.push(fixture)
  return fixture
}

/** Stops every service of a test that has ended, however it ended. */
export async function removeFixtures(): Promise<void> {
  for (const { service, folder } of fixtures.splice(0)) {
    await service.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Lets this process work on until a condition holds; gives up after many turns of the event loop. */
export async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100_000; turn++) {
    if (condition()) return
    await setImmediate()
  }
  throw new Error('what was waited for did not happen')
}
