import { spawnSync } from 'node:child_process'

/** A git command that ended with another status than 0. */
export class GitFailure extends Error {
  /** The exit status; undefined when git was killed or could not be started. */
  readonly status: number | undefined

  constructor(args: readonly string[], status: number | null, complaint: string) {
    super(`git ${args[0] ?? ''} ended with ${String(status)}: ${complaint.trim()}`)
    this.name = 'GitFailure'
    this.status = status ?? undefined
  }
}

const LARGEST_OUTPUT = 1 << 30

/**
 * Runs git in a repository and gives its standard output. The configuration of the user and of the machine does
 * not count, nor do variables such as GIT_DIR.
 *
 * @throws GitFailure with what git complained about.
 */
export function git(directory: string, args: readonly string[], input: string | Buffer = ''): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', ['--git-dir', directory, ...args], {
    input,
    env: isolated(process.env),
    maxBuffer: LARGEST_OUTPUT,
  })
  if (error !== undefined) throw new GitFailure(args, null, error.message)
  if (status !== 0) throw new GitFailure(args, status, stderr.toString())
  return stdout
}

function isolated(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !name.startsWith('GIT_'))
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
  }
}
