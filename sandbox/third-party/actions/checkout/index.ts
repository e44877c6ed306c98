import { execFileSync } from 'node:child_process'
import { mkdirSync, rmdirSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

import * as core from '@actions/core'

import { checkoutPlan } from './checkout-plan.ts'

/** Runs git in the workspace, with its output in the log. */
function git(...args: string[]): void {
  execFileSync('git', args, { cwd: environment('GITHUB_WORKSPACE'), stdio: 'inherit' })
}

/**
 * On GitHub all workspaces of a repository have one path, and the caches of Go and golangci-lint depend on it; act
 * makes a new path for each job. The workspace becomes a link to a new folder, at a path that each run has.
 */
function settle(workspace: string, workspaces: string, job: string): void {
  const folder = join(workspaces, job)
  mkdirSync(workspaces, { recursive: true })
  mkdirSync(folder)
  rmdirSync(workspace)
  symlinkSync(relative(dirname(workspace), folder), workspace, 'dir')
}

function environment(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

try {
  if (core.getBooleanInput('persist-credentials')) {
    throw new Error('the stand-in has no credentials to persist: set `persist-credentials: false`')
  }
  const workspaces = process.env['SANDBOX_WORKSPACES']
  if (workspaces) settle(environment('GITHUB_WORKSPACE'), workspaces, environment('GITHUB_JOB'))
  const sha = environment('GITHUB_SHA')
  const plan = checkoutPlan({ ref: environment('GITHUB_REF'), sha, depth: core.getInput('fetch-depth') })
  core.info(`stand-in for actions/checkout@v7: git fetches ${sha}, ${plan.extent}`)
  git('init', '--quiet', '.')
  git('remote', 'add', 'origin', `${environment('GITHUB_SERVER_URL')}/${environment('GITHUB_REPOSITORY')}`)
  git('fetch', '--quiet', ...plan.fetch)
  git('-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--force', ...plan.checkout)
} catch (error) {
  core.setFailed(error instanceof Error ? error.message : String(error))
}
