import { DefaultArtifactClient } from '@actions/artifact'
import * as core from '@actions/core'

import { findFiles } from './find-files.ts'

const ABSENT = ['warn', 'error', 'ignore']

async function upload(): Promise<void> {
  const name = core.getInput('name')
  const path = core.getInput('path', { required: true })
  const absent = core.getInput('if-no-files-found')
  const days = core.getInput('retention-days')
  if (!ABSENT.includes(absent))
    throw new Error(`if-no-files-found is not one of ${ABSENT.join(', ')}: ${absent}`)
  if (!/^\d+$/.test(days)) throw new Error(`retention-days is not a number: ${days}`)
  const { files, root } = await findFiles(path.split('\n'), process.env['GITHUB_WORKSPACE'] ?? process.cwd())
  if (files.length === 0) {
    noFiles(absent, path)
    return
  }
  core.info(`stand-in for actions/upload-artifact@v7: ${name} with ${files.length} files, by the real client`)
  const client = new DefaultArtifactClient()
  const options = days === '0' ? {} : { retentionDays: Number(days) }
  const { id, digest } = await client.uploadArtifact(name, files, root, options)
  if (id === undefined || digest === undefined) throw new Error('the artifact service gave no id and digest')
  core.setOutput('artifact-id', String(id))
  core.setOutput('artifact-digest', digest)
}

function noFiles(absent: string, path: string): void {
  const message = `No files were found with the provided path: ${path}. No artifacts will be uploaded.`
  if (absent === 'error') core.setFailed(message)
  else if (absent === 'warn') core.warning(message)
  else core.info(message)
}

try {
  await upload()
} catch (error) {
  core.setFailed(error instanceof Error ? error.message : String(error))
}
