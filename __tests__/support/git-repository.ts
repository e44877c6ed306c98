import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts'

/** A real git repository in a temporary folder. */
export interface GitRepository extends TemporaryFolder {
  /** Runs git in the repository and gives what it prints. */
  readonly git: (...args: readonly string[]) => string
  /** Writes files, removes those that are undefined, commits everything and gives the commit's id. */
  readonly commit: (files: Readonly<Record<string, string | Uint8Array | undefined>>) => string
}

const NOBODY = { name: 'Nobody', email: 'nobody@example.org', date: '2026-11-23T06:33:24Z' }
const ENVIRONMENT = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: NOBODY.name,
  GIT_AUTHOR_EMAIL: NOBODY.email,
  GIT_AUTHOR_DATE: NOBODY.date,
  GIT_COMMITTER_NAME: NOBODY.name,
  GIT_COMMITTER_EMAIL: NOBODY.email,
  GIT_COMMITTER_DATE: NOBODY.date,
}

/** Makes a repository, or a clone with these options of `git clone`. */
export function gitRepository(...cloneOptions: readonly string[]): GitRepository {
  const folder = temporaryFolder()
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: folder.path, env: ENVIRONMENT, encoding: 'utf8', stdio: 'pipe' }).trim()
  if (cloneOptions.length > 0) git('clone', '--quiet', ...cloneOptions, '.')
  else git('init', '--quiet', '--initial-branch=main')
  const commit: GitRepository['commit'] = (files) => {
    for (const [name, content] of Object.entries(files)) {
      if (content === undefined) rmSync(folder.at(name))
      else folder.write(name, content)
    }
    git('add', '--all')
    git('commit', '--quiet', '--allow-empty', '--message', 'change')
    return git('rev-parse', 'HEAD')
  }
  return { ...folder, git, commit }
}
