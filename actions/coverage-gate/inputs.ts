import { Percent } from '../../src/domain/coverage/percent.ts'
import { DEFAULT_BRANCH, parseMainRef, PUBLISHING_REFS } from '../../src/domain/coverage/policy.ts'
import { ServiceName } from '../../src/domain/shared/service-name.ts'
import {
  deferred,
  flag,
  integer,
  lines,
  oneOf,
  optional,
  required,
  text,
  using,
  withDefault,
  type InputsOf,
} from '../../src/kit/input-spec.ts'

const percent = using('a percentage from 0 to 100', (value) => Percent.parse(value))

/** The inputs of action.yml, with the same defaults. */
export const inputs = {
  service: required(using('the name of the service', (value) => ServiceName.parse(value))),
  profile: withDefault(lines(text('a path or a glob')), 'coverage.out'),
  format: withDefault(oneOf('auto', 'go', 'lcov'), 'auto'),
  'working-directory': withDefault(using('a folder inside the workspace', parseFolder), '.'),
  risk: optional(oneOf('read-only', 'write-path', 'money')),
  threshold: deferred(percent),
  'enforce-on': optional(oneOf('never', 'main', 'all')),
  'main-refs': withDefault(
    lines(using(`a full ref, a pattern of full refs, or ${DEFAULT_BRANCH}`, parseMainRef)),
    PUBLISHING_REFS.join('\n'),
  ),
  'patch-threshold': deferred(percent),
  'patch-min-statements': withDefault(integer(0), '0'),
  exclude: withDefault(lines(using('a glob', parseExclusion)), ''),
  'exclude-generated': withDefault(flag(), 'true'),
}

export type GateInputs = InputsOf<typeof inputs>

/** The outputs of action.yml. */
export const outputs = [
  'outcome',
  'enforced',
  'reason',
  'covered',
  'total',
  'missing',
  'percent',
  'patch-covered',
  'patch-total',
  'patch-percent',
  'report-path',
  'predicate-path',
  'predicate-sha256',
  'evidence',
  'evidence-sha256',
] as const

export type GateOutput = (typeof outputs)[number]

/** The files that it can leave beside its evidence: the report, and the proof to be signed. */
export const files = ['coverage-report.json', 'coverage-predicate.json'] as const

/** A glob; one that begins with `!` would exclude everything else. */
function parseExclusion(value: string): string {
  if (/^!(?!\()/.test(value))
    throw new RangeError('globs of what does not count; a glob cannot take files back in with "!"')
  return value
}

/** A relative folder that does not leave the workspace, without a trailing slash. */
function parseFolder(value: string): string {
  const path = value.replaceAll('\\', '/')
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.')
  if (/^(?:\/|[A-Za-z]:)/.test(path) || segments.includes('..')) {
    throw new RangeError('a folder inside the workspace, relative to it')
  }
  return segments.length === 0 ? '.' : segments.join('/')
}
