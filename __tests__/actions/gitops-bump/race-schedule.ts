import type { GitHubStandIn } from '../../../sandbox/github/service.ts'
import type { Random } from '../../support/seeded-random.ts'

/** Someone who does things of which each can be followed by what others do. */
export interface Actor {
  readonly name: string
  /** Runs until it is done, by requests to the stand-in, each after the answer to the one before. */
  readonly run: () => Promise<void>
}

/** Someone who does one thing at once. */
export interface Person {
  readonly name: string
  /** Whether there is something to do it to. */
  readonly canAct: () => boolean
  readonly act: () => void
}

/** A request that waits to be done. */
interface Held {
  readonly operation: string
  readonly release: () => void
}

interface Running {
  readonly name: string
  readonly held: Held
  readonly ended: Promise<undefined>
}

/**
 * Runs actors at once, one request at a time. Every request is held when it arrives; as soon as all actors wait, a random one is let
 * go, or a person acts. So the order of requests is all that chance decides, and a seed repeats it.
 *
 * @param afterStep looks at the world after each step
 * @returns who did what, in order
 */
export async function interleave(
  github: GitHubStandIn,
  { actors, people }: { readonly actors: readonly Actor[]; readonly people: readonly Person[] },
  random: Random,
  afterStep: (step: string) => void,
): Promise<readonly string[]> {
  const steps: string[] = []
  const arrivals = holdRequests(github)
  const note = (step: string): void => {
    steps.push(step)
    afterStep(step)
  }
  let running: readonly Running[] = []
  for (const { name, run } of actors) {
    const { promise: started, resolve: start } = deferred<undefined>()
    const ended = started.then(run).then(() => undefined)
    const begin = (): void => {
      start(undefined)
    }
    running = [...running, ...(await nextOf({ name, ended }, arrivals, begin))]
  }
  let waiting = people
  while (running.length > 0 || waiting.some(({ canAct }) => canAct())) {
    const able = waiting.filter(({ canAct }) => canAct())
    const chosen = random.pick([...running, ...able])
    if ('act' in chosen) {
      chosen.act()
      waiting = waiting.filter((person) => person !== chosen)
      note(chosen.name)
      continue
    }
    const others = running.filter((actor) => actor !== chosen)
    const next = await nextOf(chosen, arrivals, chosen.held.release)
    running = [...others, ...next]
    note(`${chosen.name}: ${chosen.held.operation}${next.length === 0 ? ', and is done' : ''}`)
  }
  github.undisturbed()
  return steps
}

interface Deferred<Value> {
  readonly promise: Promise<Value>
  readonly resolve: (value: Value) => void
}

function deferred<Value>(): Deferred<Value> {
  let resolve: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((fulfil) => {
    resolve = fulfil
  })
  return { promise, resolve }
}

/** Holds every request that arrives; the answer is the next one. */
function holdRequests(github: GitHubStandIn): { next: () => Promise<Held> } {
  let arrived: (held: Held) => void = () => undefined
  github.before(
    () => true,
    ({ operation, path }) => {
      const { promise, resolve } = deferred<undefined>()
      const release = (): void => {
        resolve(undefined)
      }
      arrived({ operation: operation ?? path, release })
      return promise
    },
    Infinity,
  )
  return {
    next: () => {
      const { promise, resolve } = deferred<Held>()
      arrived = resolve
      return promise
    },
  }
}

/** Lets one actor go on until it waits again or is done; all others wait meanwhile, so that what arrives is its own. */
async function nextOf(
  { name, ended }: Pick<Running, 'name' | 'ended'>,
  arrivals: { next: () => Promise<Held> },
  go: () => void,
): Promise<readonly Running[]> {
  const next = arrivals.next()
  go()
  const held = await Promise.race([next, ended])
  return held === undefined ? [] : [{ name, held, ended }]
}
