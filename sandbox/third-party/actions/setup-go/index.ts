import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import * as core from '@actions/core'

import { isAtLeast, wantedGo } from './go-version.ts'

try {
  const workspace = process.env['GITHUB_WORKSPACE'] ?? '.'
  const versionFile = core.getInput('go-version-file', { required: true })
  const dependencies = core.getInput('cache-dependency-path')
  core.getBooleanInput('cache')
  if (dependencies !== '' && !existsSync(join(workspace, dependencies))) {
    throw new Error(`cache-dependency-path: there is no ${dependencies}`)
  }
  const wanted = wantedGo(readFileSync(join(workspace, versionFile), 'utf8'))
  if (wanted === undefined) throw new Error(`${versionFile} names no Go version`)
  // as actions/setup-go does: what is set up is what runs, and Go fetches no other toolchain
  core.exportVariable('GOTOOLCHAIN', 'local')
  const env = { ...process.env, GOTOOLCHAIN: 'local' }
  const found = execFileSync('go', ['env', 'GOVERSION'], { env, encoding: 'utf8' }).trim()
  if (!isAtLeast(found, wanted)) throw new Error(`${versionFile} asks for Go ${wanted}, on PATH is ${found}`)
  core.info(`stand-in for actions/setup-go@v7: ${found} is on PATH, ${versionFile} asks for ${wanted}`)
  core.setOutput('go-version', found.replace(/^go/, ''))
} catch (error) {
  core.setFailed(error instanceof Error ? error.message : String(error))
}
