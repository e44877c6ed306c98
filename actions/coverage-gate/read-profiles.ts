import type {
  CoverageFormat,
  CoverageProfile,
  ProfileParser,
} from '../../src/domain/coverage/coverage-profile.ts'
import { coverageFault } from '../../src/domain/coverage/faults.ts'
import { GoProfileParser } from '../../src/domain/coverage/formats/go-profile.ts'
import { LcovParser } from '../../src/domain/coverage/formats/lcov.ts'
import { joinPath } from '../../src/domain/coverage/go-module.ts'
import { isAbsolute } from '../../src/domain/coverage/source-name.ts'
import type { Files } from '../../src/ports/files.ts'
import type { GateInputs } from './inputs.ts'

/** A profile that was read. */
export interface ReadProfile {
  readonly path: string
  readonly sha256: string
}

export interface Profiles {
  readonly profile: CoverageProfile
  readonly read: readonly ReadProfile[]
}

/**
 * Reads and merges every file that the `profile` lines name.
 *
 * @throws {Fault} when a line matches nothing, or a file cannot be read as a profile
 */
export async function readProfiles(
  { profile: patterns, format, workingDirectory }: GateInputs,
  workspace: string,
  files: Files,
): Promise<Profiles> {
  const paths = new Set<string>()
  for (const pattern of patterns)
    for (const path of await matches(pattern, workingDirectory, files)) paths.add(path)
  const folder = `${workspace}/${workingDirectory}`
  const read: ReadProfile[] = []
  let parser: FormatParser | undefined
  for (const path of paths) {
    const file = files.open(path)
    parser = await readOne(path, file.chunks, parser, format, folder)
    read.push({ path, sha256: file.sha256() })
  }
  if (parser === undefined)
    throw coverageFault('profile-not-found', { subject: 'profile', detail: 'no file is named' })
  return { profile: parser.parser.profile(), read }
}

async function matches(pattern: string, folder: string, files: Files): Promise<readonly string[]> {
  const path = isAbsolute(pattern) ? pattern : joinPath(folder, pattern.replace(/^(?:\.\/)+/, ''))
  const kind = await files.kind(path)
  if (kind === 'directory') {
    throw coverageFault('profile-is-directory', { subject: pattern, detail: 'it is a folder, not a profile' })
  }
  if (kind === 'file') return [readable(path, pattern)]
  const found = /[*?[{(!]/.test(pattern) ? await files.find(folder, pattern) : []
  if (found.length === 0) {
    throw coverageFault('profile-not-found', {
      subject: pattern,
      detail: `there is no such file in ${folder === '.' ? 'the workspace' : folder}`,
    })
  }
  return found.map((match) => readable(match, pattern))
}

/** Refuses the binary files that GOCOVERDIR collects, which a glob can catch. */
function readable(path: string, pattern: string): string {
  if (/(?:^|\/)cov(?:meta|counters)\.[0-9a-f]+/.test(path)) {
    throw coverageFault('profile-is-directory', {
      subject: pattern,
      detail: `${path} is binary coverage data`,
    })
  }
  return path
}

interface FormatParser {
  readonly format: CoverageFormat
  readonly parser: ProfileParser
}

async function readOne(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  before: FormatParser | undefined,
  wanted: GateInputs['format'],
  folder: string,
): Promise<FormatParser> {
  let current: FormatParser | undefined
  for await (const chunk of chunks) {
    current ??= begin(path, wanted === 'auto' ? sniff(path, chunk) : wanted, before, folder)
    current.parser.push(chunk)
  }
  if (current === undefined)
    throw coverageFault('profile-empty', { subject: path, detail: 'the file has no bytes' })
  current.parser.end()
  return current
}

function begin(
  path: string,
  format: CoverageFormat,
  before: FormatParser | undefined,
  folder: string,
): FormatParser {
  if (before !== undefined && before.format !== format) {
    throw coverageFault('profile-formats-mixed', {
      subject: path,
      detail: `it is in the format ${format}, and the files before it are in ${before.format}`,
    })
  }
  const current = before ?? { format, parser: parserOf(format, folder) }
  current.parser.begin(path)
  return current
}

function parserOf(format: CoverageFormat, folder: string): ProfileParser {
  return format === 'go' ? new GoProfileParser() : new LcovParser(folder)
}

/** Go profiles begin with `mode:`, LCOV tracefiles with `TN:`, `SF:` or a comment. */
function sniff(path: string, chunk: Uint8Array): CoverageFormat {
  const head = new TextDecoder().decode(chunk.subarray(0, 64)).replace(/^\ufeff/, '')
  if (head.startsWith('mode:')) return 'go'
  if (/^\s*(?:TN:|SF:|#)/.test(head)) return 'lcov'
  throw coverageFault('profile-format-unknown', {
    subject: path,
    detail: `it begins with ${JSON.stringify(head.slice(0, 40))}`,
  })
}
