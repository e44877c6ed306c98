import { setImages } from '../../../src/domain/gitops/kustomization-edit.ts'
import { Digest } from '../../../src/domain/oci/digest.ts'
import type { Random } from '../../support/seeded-random.ts'
import type { Actor, Person } from './race-schedule.ts'
import { commitNumber, imagesAt, serviceOf, type Pull } from './final-state.ts'
import { digest, FILE, startWorld, type World } from './world.ts'

export const SERVICES = ['catalog', 'orders'] as const
type Service = (typeof SERVICES)[number]

/** One run of the action for a commit of the source repository. */
interface Bump {
  readonly kind: 'bump'
  readonly service: Service
  readonly commit: number
  readonly autoMerge: boolean
}

/** What a person does, once, to the pull request of a service that is open then; or to the base. */
interface PersonDoes {
  readonly kind: 'merge' | 'close' | 'edit' | 'approve' | 'deploy' | 'push'
  readonly service: Service
}

/** Who races, on which ground. */
export interface Scenario {
  /** Whether each commit has a branch of its own. */
  readonly namesCommit: boolean
  /** What became of the pull request for commit 1 of each service, before the race. */
  readonly before: 'nothing' | 'open' | 'approved' | 'merged'
  /** Whether main wants an approval. */
  readonly guarded: boolean
  readonly actors: readonly (Bump | PersonDoes)[]
}

const KUSTOMIZATION = `images:
  - name: catalog
    newName: ghcr.io/org/catalog
    newTag: v0
  - name: orders
    newName: ghcr.io/org/orders
    newTag: v0
`
const COMMITS = 5

/** A scenario of two to five bumps and up to two deeds of people. */
export function randomScenario(random: Random): Scenario {
  const guarded = random.below(3) === 0
  const service = (): Service => (random.below(4) === 0 ? 'catalog' : 'orders')
  const bumps = Array.from({ length: random.pick([2, 2, 3, 3, 4, 5]) }, (): Bump => ({
    kind: 'bump',
    service: service(),
    commit: 1 + random.below(COMMITS - 1),
    autoMerge: guarded && random.below(2) === 0,
  }))
  const deeds = Array.from({ length: random.below(Math.min(3, 6 - bumps.length)) }, (): PersonDoes => ({
    kind: random.pick(['merge', 'close', 'edit', 'approve', 'deploy', 'push']),
    service: service(),
  }))
  return {
    namesCommit: random.below(3) === 0,
    before: random.pick(['nothing', 'nothing', 'open', 'approved', 'merged']),
    guarded,
    actors: [...bumps, ...deeds],
  }
}

/** A world in which a scenario can begin. */
export async function startScenario({ before, guarded, namesCommit }: Scenario): Promise<World> {
  const settings = { allowAutoMerge: true, collaborators: ['alice'] }
  const world = await startWorld({ commits: COMMITS, files: { [FILE]: KUSTOMIZATION }, settings })
  if (guarded) {
    const pullRequest = { requiredApprovals: 1 }
    world.gitops.addRuleset({ name: 'reviews', branches: ['main'], pullRequest })
  }
  if (before === 'nothing') return world
  for (const service of SERVICES) {
    await bumpIn(world, { kind: 'bump', service, commit: 1, autoMerge: guarded }, namesCommit)
    if (before === 'approved' && !guarded) approve(world, service)
    if (before === 'merged') mergeOpen(world, service)
  }
  return world
}

export function nameOf(actor: Scenario['actors'][number], index: number): string {
  const what =
    actor.kind === 'bump' ? `commit ${actor.commit}${actor.autoMerge ? ', auto-merge' : ''}` : actor.kind
  return `${index} ${actor.service} ${what}`
}

/** The runs of the action in a scenario, and the people. */
export function castOf(
  world: World,
  { actors, namesCommit }: Scenario,
): { readonly actors: readonly Actor[]; readonly people: readonly Person[] } {
  return {
    actors: actors.flatMap((actor, index) =>
      actor.kind === 'bump'
        ? [{ name: nameOf(actor, index), run: () => bumpIn(world, actor, namesCommit) }]
        : [],
    ),
    people: actors.flatMap((actor, index) =>
      actor.kind === 'bump' ? [] : [personOf(world, actor, nameOf(actor, index))],
    ),
  }
}

/** The final world of the actors of a scenario one after the other. */
export async function runInOrder(scenario: Scenario, order: readonly number[]): Promise<World> {
  const world = await startScenario(scenario)
  for (const index of order) {
    const actor = scenario.actors[index]
    if (actor?.kind === 'bump') await bumpIn(world, actor, scenario.namesCommit)
    else if (actor !== undefined) {
      const { canAct, act } = personOf(world, actor, '')
      if (canAct()) act()
    }
  }
  return world
}

async function bumpIn(world: World, bump: Bump, namesCommit: boolean): Promise<void> {
  const { service, commit, autoMerge } = bump
  const image = `ghcr.io/org/${service}@${digest(commit)}`
  await world.bump(commit, commit, {
    inputs: {
      service,
      images: `${service}=${image}`,
      labels: 'deploy',
      'auto-merge': autoMerge ? 'squash' : 'off',
      ...(namesCommit && { branch: 'bump/{overlay}/{service}-{sha}' }),
    },
  })
}

function personOf(world: World, { kind, service }: PersonDoes, name: string): Person {
  const deeds: Readonly<Record<PersonDoes['kind'], () => void>> = {
    merge: () => {
      mergeOpen(world, service)
    },
    close: () => {
      onOpen(world, service, ({ number }) => {
        world.gitops.human.close(number)
      })
    },
    edit: () => {
      onOpen(world, service, ({ number, body }) => {
        world.gitops.human.edit(number, { body: `Mind the weekend.\n\n${body}` })
      })
    },
    approve: () => {
      approve(world, service)
    },
    deploy: () => {
      onOpen(world, service, (pull) => {
        deployByHand(world, service, pull)
      })
    },
    push: () => {
      world.gitops.human.push('main', { files: { 'README.md': 'A new line.\n' } })
    },
  }
  return { name, canAct: () => kind === 'push' || openOf(world, service).length > 0, act: deeds[kind] }
}

function openOf(world: World, service: Service): readonly Pull[] {
  return world.gitops
    .pulls()
    .filter(({ state, headBranch }) => state === 'OPEN' && serviceOf(headBranch) === service)
}

function onOpen(world: World, service: Service, act: (pull: Pull) => void): void {
  const [pull] = openOf(world, service)
  if (pull !== undefined) act(pull)
}

/** Merges where there is no conflict; a person could do no more either. */
function mergeOpen(world: World, service: Service): void {
  onOpen(world, service, ({ number }) => {
    if (world.gitops.mergeState(number).mergeable === 'MERGEABLE') world.gitops.human.merge(number)
  })
}

/** Pushes to main what a pull request proposes, where that is newer. */
function deployByHand(world: World, service: Service, { headOid }: Pull): void {
  const [proposed, deployed] = [headOid, 'main'].map((revision) =>
    imagesAt(world, revision).find(({ name }) => name === service),
  )
  if (proposed?.record.kind !== 'recorded') return
  if (deployed !== undefined && commitNumber(world, deployed) >= commitNumber(world, proposed)) return
  const { name, newName = name, digest: text = '', record } = proposed
  const update = { name, newName, digest: Digest.parse(text), source: record.source }
  const edit = setImages({ path: FILE, text: world.file() ?? '' }, [update])
  world.gitops.human.push('main', { files: { [FILE]: edit.text } })
}

function approve(world: World, service: Service): void {
  onOpen(world, service, ({ number }) => {
    world.gitops.as('alice').review(number, 'APPROVED')
  })
}
