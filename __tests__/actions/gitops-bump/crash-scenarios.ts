import { FILE, startWorld, type World } from './world.ts'

/** A run that is disturbed, and what was there before. */
export interface CrashScenario {
  readonly name: string
  readonly start: () => Promise<World>
  /** The run: always the same, so that it can be repeated. */
  readonly run: (world: World) => Promise<void>
  /** The operations of a run that nothing disturbs, each of which a crash is tried at. */
  readonly operations: readonly string[]
}

const STAGING = 'kustomize/overlays/staging'
const IMAGES = `images:
  - name: orders
    newName: ghcr.io/org/orders
    newTag: v0
`
const SHA_BRANCH = 'bump/{overlay}/{service}-{sha}'
const EVERYTHING = { labels: 'deploy', reviewers: 'alice', 'auto-merge': 'squash' }

async function start(): Promise<World> {
  const files = { [FILE]: IMAGES, [`${STAGING}/kustomization.yaml`]: IMAGES }
  return startWorld({
    files,
    commits: 3,
    settings: { allowAutoMerge: true, collaborators: ['alice', 'bob'] },
  })
}

/** Main wants an approval and a check, so that auto-merge has to wait. */
function guardMain({ gitops }: World): void {
  gitops.addRuleset({
    name: 'main',
    branches: ['main'],
    pullRequest: { requiredApprovals: 1 },
    requiredChecks: { contexts: ['build'] },
  })
}

const bumping =
  (commit: number, inputs: Readonly<Record<string, string>> = {}): CrashScenario['run'] =>
  async (world) => {
    await world.bump(commit, commit, { inputs })
  }

export const CRASH_SCENARIOS: readonly CrashScenario[] = [
  {
    name: 'a new pull request',
    start,
    run: bumping(1),
    operations: [
      'graphql/repository',
      'git/create-tree',
      'git/create-commit',
      'graphql/updateRefs',
      'pulls/create',
    ],
  },
  {
    name: 'a new pull request with labels, reviewers and auto-merge',
    start: async (): Promise<World> => {
      const world = await start()
      guardMain(world)
      return world
    },
    run: bumping(1, EVERYTHING),
    operations: [
      'graphql/repository',
      'git/create-tree',
      'git/create-commit',
      'graphql/updateRefs',
      'pulls/create',
      'issues/add-labels',
      'pulls/request-reviewers',
      'graphql/enablePullRequestAutoMerge',
      'pulls/update',
    ],
  },
  {
    name: 'the update of one that is approved and waits to be merged',
    start: async (): Promise<World> => {
      const world = await start()
      guardMain(world)
      await world.bump(1, 1, { inputs: EVERYTHING })
      world.gitops.as('alice').review(1, 'APPROVED')
      world.gitops.human.edit(1, { body: `Mind the weekend.\n\n${world.gitops.pull(1).body}` })
      return world
    },
    run: bumping(2, EVERYTHING),
    operations: [
      'graphql/repository',
      'repos/compare-commits-with-basehead',
      'git/create-tree',
      'git/create-commit',
      'repos/get-branch-rules',
      'pulls/dismiss-review',
      'graphql/disablePullRequestAutoMerge',
      'graphql/updateRefs',
      'graphql/repository',
      'pulls/update',
      'graphql/enablePullRequestAutoMerge',
      'pulls/update',
    ],
  },
  {
    name: 'the next one after a merge that left the branch',
    start: async (): Promise<World> => {
      const world = await start()
      await world.bump(1)
      world.gitops.human.merge(1)
      return world
    },
    run: bumping(2, { labels: 'deploy' }),
    operations: [
      'graphql/repository',
      'repos/compare-commits-with-basehead',
      'git/create-tree',
      'git/create-commit',
      'graphql/updateRefs',
      'pulls/create',
      'issues/add-labels',
      'pulls/update',
    ],
  },
  {
    name: 'one that was deployed by other means',
    start: async (): Promise<World> => {
      const world = await start()
      await world.bump(1)
      world.gitops.human.push('main', { files: { [FILE]: world.file('bump/dev/orders') ?? '' } })
      return world
    },
    run: bumping(1),
    operations: ['graphql/repository', 'pulls/update', 'graphql/updateRefs', 'pulls/update'],
  },
  {
    name: 'one that supersedes another',
    start: async (): Promise<World> => {
      const world = await start()
      await world.bump(1, 1, { inputs: { branch: SHA_BRANCH } })
      return world
    },
    run: bumping(2, { branch: SHA_BRANCH }),
    operations: [
      'graphql/repository',
      'graphql/repository',
      'repos/compare-commits-with-basehead',
      'git/create-tree',
      'git/create-commit',
      'graphql/updateRefs',
      'pulls/create',
      'graphql/repository',
      'pulls/update',
      'graphql/updateRefs',
      'pulls/update',
    ],
  },
  {
    name: 'a promotion',
    start: async (): Promise<World> => {
      const world = await start()
      world.source.human.moveBranch('release/1', world.commits[2] ?? '')
      await world.bump(2, 2, { inputs: { overlay: STAGING } })
      world.gitops.human.merge(1)
      return world
    },
    run: async (world: World): Promise<void> => {
      await world.bump(2, 2, { inputs: { images: '', 'promote-from': STAGING } })
    },
    operations: [
      'graphql/repository',
      'git/create-tree',
      'git/create-commit',
      'graphql/updateRefs',
      'graphql/repository',
      'pulls/create',
    ],
  },
]
