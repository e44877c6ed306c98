import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'

import * as core from '@actions/core'

try {
  const wanted = core.getInput('version', { required: true })
  const args = ['run', ...core.getInput('args').split(/\s+/).filter(Boolean)]
  const folder = core.getInput('working-directory')
  const found = `v${execFileSync('golangci-lint', ['version', '--short'], { encoding: 'utf8' }).trim()}`
  if (found !== wanted) throw new Error(`the workflow asks for golangci-lint ${wanted}, on PATH is ${found}`)
  core.info(
    `stand-in for golangci/golangci-lint-action@v9: golangci-lint ${found} from PATH, ${args.join(' ')}`,
  )
  const cwd = join(process.env['GITHUB_WORKSPACE'] ?? '.', folder)
  const { status, error } = spawnSync('golangci-lint', args, { cwd, stdio: 'inherit' })
  if (error) throw error
  if (status !== 0)
    throw new Error(status === 1 ? 'issues found' : `golangci-lint exit with code ${status ?? 'none'}`)
} catch (error) {
  core.setFailed(error instanceof Error ? error.message : String(error))
}
