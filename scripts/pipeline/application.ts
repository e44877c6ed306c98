import { cp, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { git, scratchGit } from './git.ts'
import { DEFAULT_BRANCH, HEAD_BRANCH, type History, PULL_REQUEST } from './workflow-event.ts'

/** The application's repository, new for every run. */
export interface Application {
  /** Absolute path of the bare repository that stands for the one on GitHub. */
  readonly remote: string
  readonly history: History
}

/**
 * Copies an example out of this checkout: the files that git knows or would add.
 *
 * @param checkout absolute path of this checkout
 * @param example the example's folder in it
 * @param folder absolute path of the work tree to be
 */
export async function copyExample(checkout: string, example: string, folder: string): Promise<void> {
  const source = join(checkout, example)
  const listed = await git(
    source,
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--deduplicate',
  )
  const deleted = new Set((await git(source, 'ls-files', '-z', '--deleted')).split('\0'))
  await mkdir(folder, { recursive: true })
  for (const file of listed.split('\0').filter((name) => name !== '' && !deleted.has(name))) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await cp(join(source, file), join(folder, file))
  }
}

/**
 * Makes the history of one pull request: main, a branch with the change, the merge that the pull request's runs
 * test, and main after the merge.
 *
 * @param folder absolute path of the application's files, without a repository
 * @param remote absolute path of the bare repository to be
 * @param change edits the files for the pull request
 */
export async function createApplication(
  folder: string,
  remote: string,
  change: () => Promise<void>,
): Promise<Application> {
  const head = async (): Promise<string> => (await scratchGit(folder, 'rev-parse', 'HEAD')).trim()
  await scratchGit(folder, 'init', '--quiet', `--initial-branch=${DEFAULT_BRANCH}`)
  await commitAll(folder, 'Run the bookstore')
  const base = await head()
  await scratchGit(folder, 'switch', '--quiet', '--create', HEAD_BRANCH)
  await change()
  await commitAll(folder, 'Name builds by their commit')
  const tip = await head()
  const merge = await mergeCommit(folder, base, tip, `Merge ${tip} into ${base}`)
  const merged = await mergeCommit(
    folder,
    base,
    tip,
    `Merge pull request #${PULL_REQUEST} from org/${HEAD_BRANCH}`,
  )
  await mkdir(dirname(remote), { recursive: true })
  await scratchGit(folder, 'init', '--quiet', '--bare', remote)
  const refs = [
    `${merged}:refs/heads/${DEFAULT_BRANCH}`,
    `${tip}:refs/heads/${HEAD_BRANCH}`,
    `${tip}:refs/pull/${PULL_REQUEST}/head`,
    `${merge}:refs/pull/${PULL_REQUEST}/merge`,
  ]
  await scratchGit(folder, 'push', '--quiet', remote, ...refs)
  return { remote, history: { base, head: tip, merge, merged } }
}

async function commitAll(folder: string, message: string): Promise<void> {
  await scratchGit(folder, 'add', '--all')
  await scratchGit(folder, 'commit', '--quiet', '--message', message)
}

/** Nothing came to main in between, so the merge has the files of the branch. */
async function mergeCommit(folder: string, base: string, tip: string, message: string): Promise<string> {
  const tree = `${tip}^{tree}`
  return (await scratchGit(folder, 'commit-tree', tree, '-p', base, '-p', tip, '-m', message)).trim()
}
