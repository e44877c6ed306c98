import { statSync } from 'node:fs'
import { posix } from 'node:path'
import type { Git, Repositories } from '../ports/git.ts'

/** A diff of a large change is long; beyond this the change is not known, and says so. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024

/** Everything that a configuration or an attribute could change is said, so that a change has the same lines everywhere. */
const DIFF = [
  'diff',
  '--unified=0',
  '--inter-hunk-context=0',
  '--diff-algorithm=myers',
  '--indent-heuristic',
  '--find-renames',
  '-l1000',
  // a change must not hide its lines by calling its files binary in .gitattributes
  '--text',
  '--relative',
  '--diff-filter=d',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=all',
  '--src-prefix=a/',
]

/** The git on PATH. It never fetches: a partial clone answers with what it holds. */
export function gitCli(workspace: string): Repositories {
  return {
    around: (folder) => {
      const checkout = checkoutAround(workspace, folder)
      return repository(posix.join(workspace, checkout), checkout === '.' ? 'b/' : `b/${checkout}/`)
    },
    rootAround: (folder) => checkoutAround(workspace, folder),
  }
}

/**
 * The folder of the checkout that a folder of the workspace belongs to: the nearest with a `.git` folder, as actions/checkout makes it
 * at its `path`. A submodule, whose `.git` is a file, belongs to the checkout around it.
 */
function checkoutAround(workspace: string, folder: string): string {
  for (let at = folder; at !== '.'; at = posix.dirname(at)) {
    if (statSync(posix.join(workspace, at, '.git'), { throwIfNoEntry: false })?.isDirectory()) return at
  }
  return '.'
}

function repository(path: string, prefix: string): Git {
  const git = (args: readonly string[]): Promise<GitAnswer> => runGit(path, args)
  return {
    commit: async (revision) => {
      const { code, stdout, stderr } = await git([
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${revision}^{commit}`,
      ])
      if (code === 0) return stdout.trim()
      if (stderr === '') return undefined
      throw new Error(`git: ${firstLine(stderr)}`)
    },
    mergeBase: async (one, other) => {
      const { code, stdout, stderr } = await git(['merge-base', '--', one, other])
      if (code === 0) return stdout.trim()
      // 1: no common ancestor; 128 with this text: a commit that the clone does not hold
      if (code === 1 || /Not a valid (?:object|commit) name|bad object|could not (?:parse|get)/i.test(stderr))
        return undefined
      throw new Error(`git: ${firstLine(stderr)}`)
    },
    diff: async (base, head) => {
      const { code, stdout, stderr } = await git([
        ...DIFF,
        `--dst-prefix=${prefix}`,
        '--end-of-options',
        base,
        head,
        '--',
      ])
      if (code !== 0) throw new Error(`git: ${firstLine(stderr)}`)
      return stdout
    },
  }
}

interface GitAnswer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function runGit(repository: string, args: readonly string[]): Promise<GitAnswer> {
  // loaded when it is needed: a run without a commit asks git for nothing
  const { execFile } = await import('node:child_process')
  return new Promise((resolve, reject) => {
    // GIT_DIFF_OPTS would add context lines whatever the command line says
    const env = {
      ...process.env,
      LC_ALL: 'C',
      GIT_NO_LAZY_FETCH: '1',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_DIFF_OPTS: undefined,
    }
    const options = { cwd: repository, env, maxBuffer: MAX_OUTPUT_BYTES, encoding: 'utf8' as const }
    execFile('git', args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr })
      else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr })
      else reject(new Error(`git could not be run: ${error.message}`, { cause: error }))
    })
  })
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? ''
}
