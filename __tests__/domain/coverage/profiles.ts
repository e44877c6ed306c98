import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Blocks, CoverageProfile, ProfileParser } from '../../../src/domain/coverage/coverage-profile.ts'
import { GoProfileParser } from '../../../src/domain/coverage/formats/go-profile.ts'
import { LcovParser } from '../../../src/domain/coverage/formats/lcov.ts'
import { countsOf, sourceFile, type MeasuredFile } from '../../../src/domain/coverage/measured-file.ts'
import { sum, type Counts } from '../../../src/domain/coverage/counts.ts'
import { Fault } from '../../../src/domain/shared/fault.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'coverage')

/** The releases that most fixtures are made with. */
export const RELEASES = ['go1.24.4', 'go1.26.8', 'go1.27.0', 'go1.27.3'] as const

export function fixture(path: string): string {
  return readFileSync(join(FIXTURES, path), 'utf8')
}

export interface FixtureNumbers {
  readonly covered: number
  readonly total: number
  readonly blocks?: number
  readonly records?: number
  /** The total that the command printed, or its complaint. */
  readonly 'go tool cover -func'?: string
}

export function fixtureNumbers(): readonly (readonly [string, FixtureNumbers])[] {
  return Object.entries(JSON.parse(fixture('numbers.json')) as Record<string, FixtureNumbers>)
}

/** Hands profiles to a parser in chunks of the given sizes, taken in turn, in one buffer that is used again. */
export function feed(
  parser: ProfileParser,
  profiles: Readonly<Record<string, string | Uint8Array>>,
  chunkSizes: readonly number[] = [1 << 16],
): CoverageProfile {
  let turn = 0
  for (const [name, content] of Object.entries(profiles)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    parser.begin(name)
    for (let start = 0; start < bytes.length; turn += 1) {
      const chunk = bytes.slice(start, start + (chunkSizes[turn % chunkSizes.length] ?? 1))
      start += chunk.length
      parser.push(chunk)
      chunk.fill(0)
    }
    parser.end()
  }
  return parser.profile()
}

export function parseGo(...profiles: readonly (string | Uint8Array)[]): CoverageProfile {
  return feed(new GoProfileParser(), named('out', profiles))
}

export function parseLcov(...profiles: readonly (string | Uint8Array)[]): CoverageProfile {
  return feed(new LcovParser('/workspace'), named('info', profiles))
}

/** `p1.out`, `p2.out`, … */
export function named<T>(extension: string, contents: readonly T[]): Record<string, T> {
  return Object.fromEntries(contents.map((content, index) => [`p${index + 1}.${extension}`, content]))
}

export function totalOf(profile: CoverageProfile): Counts {
  return sum([...profile.files.values()].map(countsOf))
}

/** `12.3,14.2 5 covered`, in the order of the profile. */
export function blockTexts(blocks: Blocks | undefined): readonly string[] {
  return (blocks?.statements ?? []).map((statements, index) => {
    const at = (column: readonly number[] | undefined): number => column?.[index] ?? -1
    const start = `${at(blocks?.startLines)}.${at(blocks?.startColumns)}`
    const end = `${at(blocks?.endLines)}.${at(blocks?.endColumns)}`
    return `${start},${end} ${statements}${blocks?.covered[index] ? ' covered' : ''}`
  })
}

/** Every file of a profile with its blocks as texts. */
export function profileTexts(profile: CoverageProfile): Record<string, readonly string[]> {
  return Object.fromEntries([...profile.files].map(([name, blocks]) => [name, blockTexts(blocks)]))
}

/** The files of a profile; `sourceOf` gives a file's text by its name in the profile. */
export function measured(
  profile: CoverageProfile,
  sourceOf: (name: string) => string | undefined = () => undefined,
): readonly MeasuredFile[] {
  return [...profile.files].map(([name, blocks]) => {
    const text = sourceOf(name)
    return { name, blocks, source: text === undefined ? undefined : sourceFile(name, text) }
  })
}

/** A profile of the fixtures with the sources of its `src` folder. */
export function measuredFixture(path: string, folder = 'src'): readonly MeasuredFile[] {
  const [module = ''] = path.split('/')
  const prefix = /^module (\S+)/m.exec(fixture(`${module}/${folder}/go.mod`))?.[1] ?? ''
  return measured(parseGo(fixture(path)), (name) => {
    try {
      return fixture(`${module}/${folder}/${name.slice(prefix.length + 1)}`)
    } catch {
      return undefined
    }
  })
}

/** What was thrown: the code of a fault and what it is about. Anything but a fault goes on. */
export function faultOf(act: () => unknown): Pick<Fault, 'code' | 'subject'> & Partial<Fault> {
  try {
    act()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('no fault was thrown')
}
