import { deepStrictEqual } from 'node:assert/strict'
import { seededRandom } from '../../support/seeded-random.ts'
import { finalState, misdescriptions, type FinalState } from './final-state.ts'
import {
  castOf,
  nameOf,
  randomScenario,
  runInOrder,
  SERVICES,
  startScenario,
  type Scenario,
} from './race-scenario.ts'
import { interleave } from './race-schedule.ts'
import { RaceWatch } from './race-watch.ts'
import { stopAll, type World } from './world.ts'

/** All orders, those first that take the fewest swaps of neighbours from the given one. */
function* ordersNear(first: readonly number[]): Generator<readonly number[]> {
  const seen = new Set<string>()
  const next = [first]
  for (let order = next.shift(); order !== undefined; order = next.shift()) {
    if (seen.has(order.join())) continue
    seen.add(order.join())
    yield order
    for (let at = 0; at + 1 < order.length; at++) {
      next.push([...order.slice(0, at), ...order.slice(at, at + 2).reverse(), ...order.slice(at + 2)])
    }
  }
}

/** Actors by the step that decided for them: the order that a race most likely amounts to. */
function likelyOrder(scenario: Scenario, steps: readonly string[]): readonly number[] {
  const decisive = ({ name }: { name: string }): number => {
    const last = (operation: RegExp): number =>
      steps.findLastIndex((step) => step.startsWith(`${name}: `) && operation.test(step))
    const done = steps.indexOf(name)
    return done >= 0 ? done : Math.max(last(/updateRefs|pulls\/create/), last(/graphql\/repository/))
  }
  const named = scenario.actors.map((actor, index) => ({ index, name: nameOf(actor, index) }))
  return named.sort((left, right) => decisive(left) - decisive(right)).map(({ index }) => index)
}

/** Whether some serial order of the actors ends as the race did; if none does, all the ends there are. */
async function serialEnds(
  scenario: Scenario,
  steps: readonly string[],
  end: FinalState,
): Promise<'found' | ReadonlySet<string>> {
  const ends = new Map<string, string>()
  for (const order of ordersNear(likelyOrder(scenario, steps))) {
    // runs for the same commit are the same wherever they stand
    const script = order.map((index) => JSON.stringify(scenario.actors[index])).join()
    if (ends.has(script)) continue
    const found = JSON.stringify(finalState(await runInOrder(scenario, order)))
    await stopAll()
    if (found === JSON.stringify(end)) return 'found'
    ends.set(script, found)
  }
  return new Set(ends.values())
}

/**
 * The one thing that no serial order gives, and that cannot be had otherwise: GitHub opens a pull request without a compare-and-swap. A
 * run that is about to open one cannot see that another run has opened one for the same branch, and that a person has closed that,
 * since it last looked. Both are there then, and all else is as though the person had done nothing.
 */
function withoutUnseenClose(
  scenario: Scenario,
  steps: readonly string[],
  end: FinalState,
): { readonly scenario: Scenario; readonly end: FinalState } {
  const unseen = scenario.actors.findIndex((actor, index) => {
    const closed = steps.indexOf(nameOf(actor, index))
    return actor.kind === 'close' && closed >= 0 && openedUnaware(steps, closed)
  })
  const twice = end.pulls.filter(
    (pull) =>
      pull.startsWith('CLOSED ') && end.pulls.some((open) => open.startsWith(pull.replace('CLOSED', 'OPEN'))),
  )
  if (unseen < 0 || twice.length !== 1) return { scenario, end }
  return {
    scenario: { ...scenario, actors: scenario.actors.filter((_, index) => index !== unseen) },
    end: { ...end, pulls: end.pulls.filter((pull) => !twice.includes(pull)) },
  }
}

/** Whether someone opened a pull request after a step and had not looked since. */
function openedUnaware(steps: readonly string[], since: number): boolean {
  return steps.some((step, index) => {
    const [actor = ''] = step.split(': ')
    const looked = steps
      .slice(0, index)
      .findLastIndex((earlier) => earlier.startsWith(`${actor}: graphql/repository`))
    return index > since && step.includes(': pulls/create') && looked < since
  })
}

/** What is wrong at the end, whatever the order was. */
function faultsOf(world: World, { actors }: Scenario, watch: RaceWatch): readonly string[] {
  return [
    ...misdescriptions(world),
    ...watch.dangling().map((branch) => `${branch} is at a commit that no pull request is about`),
    ...SERVICES.filter((service) => isLost(world, actors, service)).map(
      (service) => `the newest ${service} is lost`,
    ),
    ...world.github.unmodelled,
  ]
}

/** Whether the newest commit of a service is neither deployed nor proposed, though no person closed a pull request of it. */
function isLost(world: World, actors: Scenario['actors'], service: string): boolean {
  const commits = actors.flatMap((actor) =>
    actor.kind === 'bump' && actor.service === service ? [actor.commit] : [],
  )
  if (commits.length === 0 || actors.some((actor) => actor.kind === 'close' && actor.service === service))
    return false
  const { deployed, pulls } = finalState(world)
  const newest = `${service}@${Math.max(...commits)} of`
  const isThere = (text: string): boolean => text.includes(newest)
  return !deployed.some(isThere) && !pulls.some((pull) => pull.startsWith('OPEN ') && isThere(pull))
}

/** Runs a random scenario in a random schedule and judges it. */
export async function race(seedOfRace: number): Promise<void> {
  const random = seededRandom(seedOfRace)
  const scenario = randomScenario(random)
  const story: string[] = [`SEED=${seedOfRace}`, JSON.stringify(scenario)]
  try {
    const world = await startScenario(scenario)
    const watch = new RaceWatch(world)
    const steps = await interleave(world.github, castOf(world, scenario), random, (step) => {
      story.push(step)
      watch.look()
    })
    const end = finalState(world)
    deepStrictEqual(faultsOf(world, scenario, watch), [])
    await stopAll()
    const judged = withoutUnseenClose(scenario, steps, end)
    const ends = await serialEnds(judged.scenario, steps, judged.end)
    if (ends !== 'found')
      throw new Error(`no serial order ends with\n${JSON.stringify(end)}, but with\n${[...ends].join('\n')}`)
  } catch (error) {
    throw new Error(`${String(error)}\n\n${story.join('\n')}`, { cause: error })
  }
}
