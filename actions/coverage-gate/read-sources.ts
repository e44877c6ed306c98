import type { CoverageProfile } from '../../src/domain/coverage/coverage-profile.ts'
import { coverageFault } from '../../src/domain/coverage/faults.ts'
import { hasFunctionBodies } from '../../src/domain/coverage/go-functions.ts'
import {
  joinPath,
  moduleOf,
  modulesSeenFrom,
  parseGoMod,
  pathInModules,
  type GoModule,
} from '../../src/domain/coverage/go-module.ts'
import {
  sourceFile,
  type MeasuredFile,
  type SourceFile,
  type TextFile,
} from '../../src/domain/coverage/measured-file.ts'
import { folderOf } from '../../src/domain/coverage/out-of-scope.ts'
import { isAbsolute } from '../../src/domain/coverage/source-name.ts'
import type { Files, Listing, TextFiles } from '../../src/ports/files.ts'

/** The files of a profile with their source, and the sources that no profile mentions. */
export interface Sources {
  readonly files: readonly MeasuredFile[]
  /** Go files of the measured modules, below the working directory, with functions that no profile mentions; no tests. */
  readonly unmeasured: readonly TextFile[]
  /** Folders below the working directory that may not be read, so that sources in them are not known. */
  readonly unreadable: readonly string[]
  /** The Go modules that files were found in. */
  readonly modules: readonly GoModule[]
}

/**
 * Finds the source of every file of the profile.
 *
 * @param folder the working directory, relative to the workspace
 * @throws {Fault} `profile-unmapped` where there is a go.mod and most Go files are not found, `module-ambiguous` where several are meant
 */
export async function readSources(
  profile: CoverageProfile,
  folder: string,
  workspace: string,
  files: Files & TextFiles,
): Promise<Sources> {
  if (folder !== '.' && (await files.kind(folder)) !== 'directory') {
    throw coverageFault('folder-not-found', {
      subject: 'working-directory',
      detail: `there is no folder ${folder}`,
    })
  }
  const { files: listed, unreadable } = profile.format === 'go' ? await files.list(folder) : NOTHING_LISTED
  const modules = profile.format === 'go' ? await readModules(folder, listed, files) : []
  const seen = modulesSeenFrom(folder, modules)
  const measured: MeasuredFile[] = []
  for (const [name, blocks] of profile.files) {
    measured.push({ name, blocks, source: await readSource(locate(name, seen, folder, workspace), files) })
  }
  if (modules.length > 0) refuseUnmapped(measured, modules)
  const used = modules.filter((module) =>
    measured.some(({ source }) => source && moduleOf(source.path, modules) === module),
  )
  const known = new Set(measured.map(({ source }) => source?.path))
  const others = listed.filter((path) => isSource(path) && !known.has(path))
  const candidates = others.filter((path) => used.some((module) => moduleOf(path, modules) === module))
  return { files: measured, unmeasured: await withFunctions(candidates, files), unreadable, modules: used }
}

const NOTHING_LISTED: Listing = { files: [], unreadable: [] }

/** The go.mod files below the working directory and above it, up to the workspace. */
async function readModules(
  folder: string,
  listed: readonly string[],
  files: TextFiles,
): Promise<readonly GoModule[]> {
  const above = ancestors(folder).map((ancestor) => joinPath(ancestor, 'go.mod'))
  const modules: GoModule[] = []
  for (const path of [...above, ...listed.filter((path) => /(?:^|\/)go\.mod$/.test(path))]) {
    const text = await files.readText(path)
    const module = text === undefined ? undefined : parseGoMod(folderOf(path), text)
    if (module !== undefined) modules.push(module)
  }
  return modules
}

function ancestors(folder: string): readonly string[] {
  if (folder === '.') return []
  const segments = folder.split('/')
  return ['.', ...segments.slice(0, -1).map((_, index) => segments.slice(0, index + 1).join('/'))]
}

/** Where in the workspace the source of a profile's file lies, if it is there at all. */
function locate(name: string, modules: readonly GoModule[], folder: string, workspace: string): string {
  const inModule = pathInModules(name, modules)
  if (inModule !== undefined) return inModule
  if (name.startsWith(`${workspace}/`)) return name.slice(workspace.length + 1)
  return isAbsolute(name) ? name : joinPath(folder, name.replace(/^(?:\.\/)+/, ''))
}

async function readSource(path: string, files: TextFiles): Promise<SourceFile | undefined> {
  const text = await files.readText(path)
  return text === undefined ? undefined : sourceFile(path, text)
}

function refuseUnmapped(measured: readonly MeasuredFile[], modules: readonly GoModule[]): void {
  const goFiles = measured.filter(({ name }) => name.endsWith('.go'))
  const missing = goFiles.filter(({ source }) => source === undefined)
  if (missing.length * 2 <= goFiles.length) return
  throw coverageFault('profile-unmapped', {
    subject: missing[0]?.name ?? 'profile',
    detail: `${missing.length} of ${goFiles.length} files are not in the checkout; it has ${modules
      .map(({ path, folder }) => `${path} in ${folder}`)
      .join(', ')}`,
  })
}

/** A Go file that is no test, and none of those that the go command passes over by their names. */
function isSource(path: string): boolean {
  return /(?:^|\/)[^._/][^/]*\.go$/.test(path) && !path.endsWith('_test.go')
}

async function withFunctions(paths: readonly string[], files: TextFiles): Promise<readonly TextFile[]> {
  const sources: TextFile[] = []
  for (const path of paths) {
    const text = await files.readText(path)
    if (text !== undefined && hasFunctionBodies(text)) sources.push({ path, text })
  }
  return sources
}
