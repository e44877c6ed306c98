import { stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve, sep } from 'node:path'

import { glob } from 'tinyglobby'

/** Absolute paths of the files of an artifact, and the folder that their names in it are relative to. */
export interface FoundFiles {
  readonly files: string[]
  readonly root: string
}

/**
 * Finds the files of the input `path` as actions/upload-artifact does: a folder stands for all files in it, hidden
 * files are left out, and names are relative to the path's own folder, or with several paths to what they share.
 *
 * @see https://github.com/actions/upload-artifact/blob/v7.0.1/src/shared/search.ts
 */
export async function findFiles(lines: readonly string[], workspace: string): Promise<FoundFiles> {
  const patterns = lines.map((line) => line.trim()).filter((line) => line !== '')
  const absolute = patterns.map((pattern) => toAbsolute(pattern, workspace))
  const files = await glob(absolute, { absolute: true, cwd: workspace, onlyFiles: true })
  const searched = absolute.filter((pattern) => !pattern.startsWith('!')).map(searchPath)
  const [first = workspace] = searched
  const root = searched.length > 1 ? sharedFolder(searched) : (await isFile(first)) ? dirname(first) : first
  return { files: files.sort(), root }
}

function toAbsolute(pattern: string, workspace: string): string {
  if (pattern.startsWith('!')) return `!${toAbsolute(pattern.slice(1), workspace)}`
  return isAbsolute(pattern) ? pattern : join(workspace, pattern)
}

/** The part of a pattern before its first wildcard. */
function searchPath(pattern: string): string {
  const segments = pattern.split(sep)
  const wild = segments.findIndex((segment) => /[*?[]/.test(segment))
  return resolve((wild < 0 ? segments : segments.slice(0, wild)).join(sep) || sep)
}

function sharedFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split(sep))
  const differs = first.findIndex((segment, index) => others.some((other) => other[index] !== segment))
  return first.slice(0, differs < 0 ? first.length : differs).join(sep) || sep
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
