import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startGitHub, type GitHubStandIn } from '../../sandbox/github/service.ts'
import { connectGitOps, connectHistory } from '../../src/adapters/github/github-connection.ts'
import { OverlayPath } from '../../src/domain/gitops/overlay-path.ts'
import { RepositoryName } from '../../src/domain/gitops/repository-name.ts'
import type { Snapshot } from '../../src/domain/gitops/snapshot.ts'

/**
 * What the adapters promise of GitHub, held against the stand-in, and against GitHub itself where `GITHUB_CONTRACT_REPOSITORY` names a
 * scratch repository (its default branch has at least one commit, "Allow auto-merge" is off) and `GITHUB_CONTRACT_TOKEN` a token with
 * `contents: write` and `pull_requests: write` for it. Everything happens on branches `contract-…`, which are deleted afterwards.
 */
interface Place {
  readonly name: string
  readonly repository: string
  readonly token: string
  readonly apiUrl: string | undefined
}

const folder = mkdtempSync(join(tmpdir(), 'contract-'))
const run = randomBytes(4).toString('hex')
const overlay = OverlayPath.parse(`contract-${run}/overlays/dev`)
const file = `${overlay.text}/kustomization.yaml`
const branch = `contract-${run}/bump`
const base = `contract-${run}/base`

let standIn: GitHubStandIn

function places(): readonly (() => Place)[] {
  const {
    GITHUB_CONTRACT_REPOSITORY: repository,
    GITHUB_CONTRACT_TOKEN: token,
    GITHUB_API_URL: apiUrl,
  } = process.env
  const sandbox = (): Place => {
    const permissions = { contents: 'write', pull_requests: 'write' } as const
    standIn.createRepository('org/contract', { from: { files: { 'README.md': 'x\n' } } })
    const issued = standIn.token({ kind: 'app', repositories: ['org/contract'], permissions })
    return { name: 'the stand-in', repository: 'org/contract', token: issued, apiUrl: standIn.url }
  }
  if (repository === undefined || token === undefined) return [sandbox]
  return [sandbox, () => ({ name: 'GitHub', repository, token, apiUrl })]
}

beforeAll(async () => {
  standIn = await startGitHub({ folder })
})

afterAll(async () => {
  await standIn.close()
  rmSync(folder, { recursive: true })
})

describe.each(places().map((place, index) => [index === 0 ? 'the stand-in' : 'GitHub', place] as const))(
  'on %s',
  (_, place) => {
    let gitops: ReturnType<typeof connectGitOps>
    let history: ReturnType<typeof connectHistory>
    let first: Snapshot
    let head: string

    const snapshot = (): Promise<Snapshot> => gitops.reader.snapshot({ base, branch, overlays: [overlay] })
    const commitOn = async (parent: Snapshot['base'], text: string): Promise<string> => {
      const files = [{ path: file, mode: 0o100644, text }]
      return (await gitops.writer.commit({ parent, files, message: `contract ${run}` })).oid
    }

    beforeAll(async () => {
      const { repository, token, apiUrl } = place()
      const access = { repository: RepositoryName.parse(repository), token, apiUrl }
      gitops = connectGitOps(access)
      history = connectHistory(access)
      const start = await gitops.reader.snapshot({ base: undefined, branch, overlays: [overlay] })
      const root = await commitOn(start.base, 'images: []\n')
      const move = { repository: start.repository.id, branch: base, from: undefined, to: root }
      expect(await gitops.writer.moveBranch(move)).toBeUndefined()
    })

    it('reads a base with its kustomization, and null for a branch and files that are not there', async () => {
      first = await snapshot()
      expect(first).toMatchObject({
        baseBranch: base,
        branch: undefined,
        open: undefined,
        closed: [],
        hasMergeQueue: false,
      })
      expect(first.base.overlays).toEqual([
        {
          exists: true,
          files: [
            { name: 'kustomization.yaml', mode: 0o100644, content: { kind: 'text', text: 'images: []\n' } },
          ],
        },
      ])
      const elsewhere = OverlayPath.parse('contract-nowhere/dev')
      const read = await gitops.reader.snapshot({ base, branch, overlays: [elsewhere] })
      expect(read.base.overlays).toEqual([{ exists: false, files: [] }])
    })

    it('has no base that is not there', async () => {
      await expect(gitops.reader.snapshot({ base: `${base}-x`, branch, overlays: [] })).rejects.toMatchObject(
        {
          code: 'base-missing',
        },
      )
    })

    it('moves a branch only from where it was seen', async () => {
      head = await commitOn(first.base, 'images: []\n# one\n')
      const move = { repository: first.repository.id, branch, to: head }
      expect(await gitops.writer.moveBranch({ ...move, from: first.base.oid })).toEqual(expect.any(String))
      expect(await gitops.writer.moveBranch({ ...move, from: undefined })).toBeUndefined()
      expect(await gitops.writer.moveBranch({ ...move, from: undefined })).toEqual(expect.any(String))
      expect((await snapshot()).branch).toMatchObject({ oid: head, parents: [first.base.oid] })
    })

    it('opens one pull request for a branch, at the commit of the base', async () => {
      const wanted = { base, branch, title: `contract ${run}`, body: 'one' }
      const opened = await gitops.pulls.open(wanted)
      expect(opened).toMatchObject({ baseOid: first.base.oid, headOid: head })
      expect(await gitops.pulls.open(wanted)).toMatchObject({
        refused: expect.stringContaining('already exists'),
      })
      expect((await snapshot()).open).toMatchObject({
        body: 'one',
        branch,
        autoMerge: undefined,
        inMergeQueue: false,
        approvals: [],
      })
    })

    it('moves the head of the pull request with its branch, and keeps it open', async () => {
      const next = await commitOn(first.base, 'images: []\n# two\n')
      const move = { repository: first.repository.id, branch, from: head, to: next }
      expect(await gitops.writer.moveBranch(move)).toBeUndefined()
      head = next
      expect((await snapshot()).open?.head.oid).toBe(head)
    })

    it('refuses auto-merge where the repository does not allow it, and a merge of another head', async () => {
      const { open } = await snapshot()
      const order = {
        id: open?.id ?? '',
        number: open?.number ?? 0,
        headOid: head,
        method: 'merge',
        headline: 'x',
      } as const
      expect(await gitops.autoMerger.enable(order)).toMatch(/auto.?merge is not allowed|clean status/i)
      expect(await gitops.merger.merge({ ...order, headOid: first.base.oid })).toEqual(expect.any(String))
      await gitops.autoMerger.disable(order.id)
      expect(await gitops.merger.rules(base)).toEqual({ guardsMerges: false, dismissesStaleApprovals: false })
    })

    it('tells how commits lie to each other', async () => {
      expect(await history.compare(first.base.oid, head)).toBe('ahead')
      expect(await history.compare(head, first.base.oid)).toBe('behind')
      expect(await history.compare(`refs/heads/${branch}`, head)).toBe('identical')
      await expect(history.compare('0b'.repeat(20), head)).rejects.toMatchObject({ code: 'source-unknown' })
      expect(await history.branches(`refs/heads/contract-${run}/`)).toEqual([
        `refs/heads/${base}`,
        `refs/heads/${branch}`,
      ])
    })

    it('closes a pull request with its last word, and lists it as closed', async () => {
      const { open } = await snapshot()
      await gitops.pulls.update(open?.number ?? 0, { state: 'closed', body: 'two' })
      for (const [name, from] of [
        [branch, head],
        [base, first.base.oid],
      ] as const) {
        const move = { repository: first.repository.id, branch: name, from, to: undefined }
        if (name === branch)
          expect((await snapshot()).closed).toMatchObject([{ body: 'two', head: { oid: head } }])
        expect(await gitops.writer.moveBranch(move)).toBeUndefined()
      }
    })
  },
)
