import * as core from '@actions/core'
import type { Script } from './publishing-step.ts'

// what a script says, by the toolkit's documented functions: runs as a process of its own
const script = JSON.parse(process.env['SCRIPT'] ?? '{}') as Script
for (const secret of script.mask ?? []) core.setSecret(secret)
for (const text of script.info ?? []) core.info(text)
for (const text of script.debug ?? []) core.debug(text)
const { annotations = [], outputs = {}, summary = '', failed = false } = script.publication ?? {}
if (failed) process.exitCode = 1
for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
for (const { level, message, title, file, startLine, endLine } of annotations) {
  const place = {
    ...(file !== undefined && { file }),
    ...(startLine !== undefined && { startLine }),
    ...(endLine !== undefined && { endLine }),
  }
  core[level](message, { title, ...place })
}
if (process.env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(summary, true).write()
