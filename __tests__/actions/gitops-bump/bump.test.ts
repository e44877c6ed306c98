import { afterEach, describe, expect, it } from '@jest/globals'
import { BRANCH, digest, FILE, GITOPS, KUSTOMIZATION, operationsSince, startWorld, stopAll } from './world.ts'

afterEach(stopAll)

describe('the first run for a service', () => {
  it('opens a pull request with one signed commit that changes the lines of its image alone', async () => {
    const world = await startWorld()
    const report = await world.bump(1)
    expect(report).toMatchObject({
      conclusion: 'success',
      headline: 'orders: created: opened pull request #1 for main.',
      outputs: {
        result: 'created',
        number: '1',
        url: `${world.github.url}/${GITOPS}/pull/1`,
        branch: BRANCH,
        commit: world.gitops.branch(BRANCH),
        verified: 'true',
        'auto-merge': 'off',
      },
      evidence: {
        outcome: 'pass',
        details: {
          result: 'created',
          pullRequest: `${world.github.url}/${GITOPS}/pull/1`,
          overlay: 'kustomize/overlays/dev',
          from: null,
          to: digest(1),
        },
      },
      annotations: [],
    })
    expect(world.file(BRANCH)).toBe(
      KUSTOMIZATION.replace(
        '    newTag: v0 # first deployment\n',
        `    # refs/heads/main ${world.commits[1] ?? ''}\n    digest: ${digest(1)} # first deployment\n`,
      ),
    )
    expect(world.file()).toBe(KUSTOMIZATION)
    expect(world.gitops.pull(1)).toMatchObject({
      title: `bump: orders ${world.commits[1]?.slice(0, 12) ?? ''} in dev`,
      base: 'main',
      state: 'OPEN',
      baseOid: world.gitops.branch('main'),
    })
    expect(world.github.unmodelled).toEqual([])
  })

  it('says where the images come from in the commit itself', async () => {
    const world = await startWorld()
    await world.bump(1)
    expect(world.gitops.message(BRANCH)).toBe(
      [
        `bump: orders ${world.commits[1]?.slice(0, 12) ?? ''} in dev`,
        '',
        `Image: ghcr.io/org/orders@${digest(1)}`,
        'Source-Repository: org/bookstore',
        `Source-Commit: ${world.commits[1] ?? ''}`,
        'Run-Id: 16790341254',
      ].join('\n'),
    )
  })

  it('is not signed with the token of a person, and says so', async () => {
    const world = await startWorld({ tokenKind: 'fine-grained' })
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'created', verified: 'false' })
  })

  it('adds an image that the overlay does not have yet', async () => {
    const world = await startWorld()
    const images = `payments-worker=ghcr.io/org/payments-worker@${digest(7)}`
    const report = await world.bump(1, 1, { inputs: { service: 'payments-worker', images } })
    expect(report.outputs.branch).toBe('bump/dev/payments-worker')
    expect(world.file('bump/dev/payments-worker')).toContain(
      `  - name: payments-worker\n    newName: ghcr.io/org/payments-worker\n    digest: ${digest(7)} # refs/heads/main `,
    )
  })

  it('keeps the mode of the file', async () => {
    const world = await startWorld()
    const executable = { content: KUSTOMIZATION, mode: '100755' }
    const gitops = world.github.createRepository('org/other', { from: { files: { [FILE]: executable } } })
    const token = world.github.token({ kind: 'user', repositories: ['org/other'] })
    await world.bump(1, 1, { inputs: { repository: 'org/other', token } })
    expect(gitops.mode(BRANCH, FILE)).toBe('100755')
  })
})

describe('a re-run', () => {
  it('reads once and writes nothing, whatever its attempt', async () => {
    const world = await startWorld()
    await world.bump(1)
    const { body, updatedAt } = world.gitops.pull(1)
    const head = world.gitops.branch(BRANCH)
    const start = world.github.requests.length
    const again = await world.bump(1, 1, { context: { runAttempt: 2 } })
    expect(again.headline).toBe('orders: unchanged: pull request #1 for main proposes it already.')
    expect(again.outputs).toMatchObject({ result: 'unchanged', number: '1', branch: BRANCH })
    expect(again.outputs.commit).toBeUndefined()
    expect(operationsSince(world.github, start)).toEqual(['graphql/repository'])
    expect(world.gitops.pull(1)).toMatchObject({ body, updatedAt, headOid: head })
  })

  it('leaves the pull request where it is when the base moves on', async () => {
    const world = await startWorld()
    await world.bump(1)
    const head = world.gitops.branch(BRANCH)
    world.gitops.human.push('main', { files: { 'README.md': 'else\n' } })
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'unchanged' })
    expect(world.gitops.branch(BRANCH)).toBe(head)
  })

  it('builds anew on the base where the pull request conflicts', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.push('main', { files: { [FILE]: KUSTOMIZATION.replace('newTag: v0', 'newTag: v0b') } })
    expect(world.gitops.mergeState(1).mergeable).toBe('CONFLICTING')
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'updated', number: '1' })
    expect(world.gitops.mergeState(1).mergeable).toBe('MERGEABLE')
    expect(world.file(BRANCH)).toContain(digest(1))
  })

  it('waits once for GitHub to find out whether it conflicts', async () => {
    const world = await startWorld()
    world.gitops.lag.mergeability = 1
    await world.bump(1)
    world.gitops.human.push('main', { files: { [FILE]: KUSTOMIZATION.replace('newTag: v0', 'newTag: v0b') } })
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'updated' })
  })

  it('writes nothing where the base deploys it already', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.merge(1)
    const start = world.github.requests.length
    const report = await world.bump(1)
    expect(report.headline).toBe('orders: unchanged: main deploys it already.')
    expect(report.outputs.diff).toBe('')
    expect(operationsSince(world.github, start)).toEqual(['graphql/repository'])
  })

  it('does not open a pull request to move a comment', async () => {
    const world = await startWorld()
    await world.bump(1, 5)
    world.gitops.human.merge(1)
    expect((await world.bump(2, 5)).outputs).toMatchObject({ result: 'unchanged' })
    expect(world.gitops.pulls()).toHaveLength(1)
  })
})

describe('the next commit', () => {
  it('updates the pull request that is open: other head, title and block', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.edit(1, { body: `Thank you!\n\n${world.gitops.pull(1).body}\n\nAnd good night.` })
    const report = await world.bump(2)
    expect(report.headline).toBe('orders: updated: updated pull request #1 for main.')
    expect(world.gitops.pulls()).toHaveLength(1)
    const { title, body } = world.gitops.pull(1)
    expect(title).toContain(world.commits[2]?.slice(0, 12))
    expect(body).toMatch(
      /^Thank you!\n\n<!-- gitops-bump:begin [^]*<!-- gitops-bump:end -->\n\nAnd good night\.$/,
    )
    expect(body).toContain(digest(2))
    expect(body).not.toContain(digest(1))
    expect(world.file(BRANCH)).toContain(digest(2))
  })

  it('opens a new one on a branch that was left behind by a merge', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.merge(1)
    expect(world.gitops.branch(BRANCH)).toBeDefined()
    expect((await world.bump(2)).outputs).toMatchObject({ result: 'created', number: '2' })
    expect(world.gitops.mergeState(2).mergeable).toBe('MERGEABLE')
  })

  it('is compared with the commit that is deployed, by one request to the source repository', async () => {
    const world = await startWorld()
    await world.bump(1)
    world.gitops.human.merge(1)
    const start = world.github.requests.length
    await world.bump(2)
    expect(operationsSince(world.github, start)).toEqual([
      'graphql/repository',
      'repos/compare-commits-with-basehead',
      'git/create-tree',
      'git/create-commit',
      'graphql/updateRefs',
      'pulls/create',
    ])
  })

  it('goes without a record, and says so where another digest is deployed', async () => {
    const files = { [FILE]: KUSTOMIZATION.replace('newTag: v0 # first deployment', `digest: ${digest(9)}`) }
    const world = await startWorld({ files })
    const report = await world.bump(1)
    expect(report.outputs).toMatchObject({ result: 'created' })
    expect(report.annotations).toEqual([
      {
        level: 'warning',
        title: 'gitops-bump',
        message:
          'orders is deployed without a record of its commit, so that nobody knows whether this one is newer.',
      },
    ])
  })
})

describe('a pull request from a fork', () => {
  it('with a branch of the same name is not ours', async () => {
    const world = await startWorld()
    const fork = world.github.createFork('stranger/bookstore-gitops', GITOPS)
    fork.human.push(BRANCH, { files: { [FILE]: 'images: []\n' } })
    world.gitops.as('stranger').open(`stranger:${BRANCH}`, 'main', 'bump: orders')
    expect((await world.bump(1)).outputs).toMatchObject({ result: 'created', number: '2' })
    expect(world.gitops.pull(1)).toMatchObject({ state: 'OPEN', title: 'bump: orders' })
  })
})
