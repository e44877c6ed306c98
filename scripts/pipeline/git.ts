import { devNull } from 'node:os'

import { lastLines, runCommand } from '../toolchain/run-command.ts'

/** The developer's own configuration (signing, hooks, templates) has no part in scratch repositories. */
const SCRATCH = {
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Octocat',
  GIT_AUTHOR_EMAIL: 'octocat@users.noreply.github.com',
  GIT_COMMITTER_NAME: 'GitHub',
  GIT_COMMITTER_EMAIL: 'noreply@github.com',
}

/**
 * Runs git in a repository that is somebody's work: nothing of the configuration is changed.
 *
 * @returns what it printed
 * @throws Error with git's message when it fails
 */
export function git(cwd: string, ...args: string[]): Promise<string> {
  return run(cwd, args, withoutRepository())
}

/** Runs git in a repository of the sandbox. @throws Error with git's message when it fails */
export function scratchGit(cwd: string, ...args: string[]): Promise<string> {
  return run(cwd, args, { ...withoutRepository(), ...SCRATCH })
}

/** In a hook of git these point at the repository that runs the hook, wherever the command is. */
function withoutRepository(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX)$/.test(name)),
  )
}

async function run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const finished = await runCommand('git', args, { cwd, env })
  if (finished === undefined) throw new Error('there is no git on PATH')
  if (finished.exitCode !== 0) throw new Error(`git ${args[0] ?? ''}: ${lastLines(finished.output, 5)}`)
  return finished.stdout
}
