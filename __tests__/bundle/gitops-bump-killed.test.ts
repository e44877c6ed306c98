import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { everything } from '../actions/gitops-bump/final-state.ts'
import { digest, GITOPS, startWorld, stopAll, type World } from '../actions/gitops-bump/world.ts'
import { bundleOf, runStep, type Step, type StepResult } from './bundle-process.ts'

const bundle = bundleOf('gitops-bump')

afterEach(stopAll)
afterAll(() => {
  bundle.folder.remove()
})

async function start(): Promise<World> {
  const world = await startWorld({ settings: { allowAutoMerge: true, collaborators: ['alice'] } })
  world.gitops.addRuleset({ name: 'main', branches: ['main'], pullRequest: { requiredApprovals: 1 } })
  return world
}

/** Runs the committed bundle as a process of its own, with a network that has the stand-in in it. */
function runBundle(world: World, started: Step['started'] = () => undefined): Promise<StepResult> {
  return runStep(process.execPath, bundle, {
    workspace: bundle.folder.path,
    inputs: {
      service: 'orders',
      repository: GITOPS,
      token: world.token,
      'source-token': world.sourceToken,
      images: `orders=ghcr.io/org/orders@${digest(1)}`,
      overlay: 'kustomize/overlays/dev',
      labels: 'deploy',
      reviewers: 'alice',
      'auto-merge': 'squash',
    },
    run: { ...world.github.environment(), GITHUB_SHA: world.commits[1] ?? '', NODE_OPTIONS: '' },
    started,
  })
}

async function undisturbedEnd(): Promise<unknown> {
  const world = await start()
  expect(await runBundle(world)).toMatchObject({ code: 0, outputs: { result: 'created' } })
  const end = everything(world)
  await stopAll()
  return end
}

describe('the bundle of gitops-bump, killed', () => {
  it.each(['graphql/updateRefs', 'issues/add-labels'])(
    'at %s, ends the same after another run',
    async (operation) => {
      const expected = await undisturbedEnd()
      const world = await start()
      let kill = (): void => undefined
      // the request arrives, and is done when nobody waits for the answer any more
      world.github.before(operation, () => {
        kill()
      })
      const killed = await runBundle(world, (killIt) => {
        kill = killIt
      })
      expect(killed).toMatchObject({ code: null, outputs: {} })
      expect(everything(world)).not.toEqual(expected)
      expect(await runBundle(world)).toMatchObject({ code: 0, outputs: { number: '1' } })
      expect(everything(world)).toEqual(expected)
    },
  )
})
