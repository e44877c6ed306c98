import { afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import {
  secondaryRateLimit,
  serverError,
  tooManyRequests,
  type Fault,
} from '../../../sandbox/github/interventions.ts'
import { caseCount } from '../../support/case-count.ts'
import { CRASH_SCENARIOS } from './crash-scenarios.ts'
import { everything } from './final-state.ts'
import { operationsSince, stopAll } from './world.ts'

afterEach(stopAll)

/** What happens to one request. */
const FAULTS: Readonly<Record<string, Fault>> = {
  'dropped after it was done': { kind: 'drop-after' },
  'dropped before it was done': { kind: 'drop-before' },
  'answered by half': { kind: 'cut', afterBytes: 20 },
  'answered with 502': serverError(502),
  'answered with 503': serverError(503),
  'answered with a limit of one second': secondaryRateLimit(1),
  'answered with too many requests': tooManyRequests(1),
}
const faults = Object.entries(FAULTS)
const breaks = faults.slice(0, 3)

/** All of the cases in the slow suite; in the normal one a single one for each request, in turn. */
function some<Case>(cases: readonly Case[], turn: number): readonly Case[] {
  const first = turn % cases.length
  return cases.slice(caseCount(first, 0), caseCount(first + 1, cases.length))
}

describe.each(CRASH_SCENARIOS)('$name', (scenario) => {
  const { start, run, operations } = scenario
  const requests = operations.map((operation, index) => ({ operation, number: index + 1 }))
  let expected: unknown

  beforeAll(async () => {
    const world = await start()
    const before = world.github.requests.length
    await run(world)
    expect(operationsSince(world.github, before)).toEqual(operations)
    expected = everything(world)
    await stopAll()
  })

  // cut off before a request is cut off after the one before it: nothing is heard of the run any more
  it.each(requests)(
    'ends the same after another run when cut off at request $number, $operation',
    async ({ number }) => {
      for (const [, fault] of some(breaks, 0)) {
        const world = await start()
        const cut = world.github.requests.length + number
        world.github.fail(number, fault)
        world.github.fail(({ sequence }) => sequence > cut, { kind: 'drop-before' }, Infinity)
        await expect(run(world)).rejects.toMatchObject({ code: 'github-unavailable' })
        world.github.undisturbed()
        await run(world)
        expect(everything(world)).toEqual(expected)
        expect(world.github.unmodelled).toEqual([])
        await stopAll()
      }
    },
  )

  it.each(requests)(
    'ends the same by itself when request $number, $operation, fails once',
    async ({ number }) => {
      for (const [name, fault] of some(faults, number)) {
        const world = await start()
        world.github.fail(number, fault)
        await run(world)
        expect({ name, end: everything(world) }).toEqual({ name, end: expected })
        await stopAll()
      }
    },
  )
})
