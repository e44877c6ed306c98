import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { lastLines, runCommand } from '../toolchain/run-command.ts'
import { git } from './git.ts'

/** Absolute path of this checkout. */
export const CHECKOUT = join(import.meta.dirname, '..', '..')

/** The actions as a service would get them: what is committed, and nothing else. */
export interface ActionsExport {
  /** Absolute path. */
  readonly folder: string
  /** The commit of this checkout. */
  readonly commit: string
  /** Changes to the actions and their bundles that are not committed and so have no part in the run. */
  readonly uncommitted: readonly string[]
}

/**
 * Exports HEAD of a checkout.
 *
 * @param checkout absolute path
 * @param folder absolute path of a folder that does not exist yet
 */
export async function exportActions(checkout: string, folder: string): Promise<ActionsExport> {
  const commit = (await git(checkout, 'rev-parse', 'HEAD')).trim()
  const archive = `${folder}.tar`
  await mkdir(folder, { recursive: true })
  await git(checkout, 'archive', '--format=tar', `--output=${archive}`, commit)
  const unpacked = await runCommand('tar', ['-xf', archive], { cwd: folder, env: process.env })
  if (unpacked?.exitCode !== 0)
    throw new Error(`tar: ${lastLines(unpacked?.output ?? 'there is no tar on PATH', 5)}`)
  await rm(archive)
  const parts = ['actions', 'dist', 'src', ':(glob)*/action.yml']
  const status = await git(checkout, 'status', '--porcelain', '--untracked-files=all', '--', ...parts)
  return {
    folder,
    commit,
    uncommitted: status
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(3)),
  }
}
