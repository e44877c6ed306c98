import { parsePinnedPath } from '../../src/domain/evidence/pinned-path.ts'
import { BranchTemplate } from '../../src/domain/gitops/branch-template.ts'
import { branchName, label, parseEnvironments } from '../../src/domain/gitops/environments.ts'
import { parseImageLines } from '../../src/domain/gitops/image-lines.ts'
import { MERGE_METHODS } from '../../src/domain/gitops/merge-method.ts'
import { OverlayPath } from '../../src/domain/gitops/overlay-path.ts'
import { RepositoryName } from '../../src/domain/gitops/repository-name.ts'
import { Reviewer } from '../../src/domain/gitops/reviewer.ts'
import { ServiceName } from '../../src/domain/shared/service-name.ts'
import {
  flag,
  lines,
  oneOf,
  optional,
  required,
  secret,
  text,
  using,
  withDefault,
  type InputsOf,
} from '../../src/kit/input-spec.ts'

const service = using('the name of the service', (value) => ServiceName.parse(value))
const overlay = using('a folder of the GitOps repository', (value) => OverlayPath.parse(value))

/** The inputs of action.yml, with the same defaults. */
export const inputs = {
  service: required(service),
  repository: required(using('owner/name', (value) => RepositoryName.parse(value))),
  token: secret(required(text('a token for the GitOps repository'))),
  images: optional(using('one line per image, name=registry/repository@digest', parseImageLines)),
  'promote-from': optional(overlay),
  overlay: optional(lines(overlay)),
  environments: optional(using('a YAML list of environments', parseEnvironments)),
  base: optional(using('the name of a branch', branchName)),
  branch: withDefault(
    using('a branch name with placeholders', (value) => BranchTemplate.parse(value)),
    'bump/{overlay}/{service}',
  ),
  services: optional(lines(service)),
  'api-url': optional(using('the address of an API', parseApiUrl)),
  'auto-merge': withDefault(oneOf('off', ...MERGE_METHODS), 'off'),
  reviewers: withDefault(lines(using('a login or org/team', (value) => Reviewer.parse(value))), ''),
  labels: withDefault(lines(using('the name of a label', label)), ''),
  evidence: withDefault(lines(using('a path', parsePinnedPath)), ''),
  'source-token': secret(optional(text('a token for the source repository'))),
  rollback: withDefault(flag(), 'false'),
  'dry-run': withDefault(flag(), 'false'),
}

export type BumpInputs = InputsOf<typeof inputs>

/** The outputs of action.yml. */
export const outputs = [
  'result',
  'number',
  'url',
  'branch',
  'commit',
  'verified',
  'auto-merge',
  'diff',
  'evidence',
  'evidence-sha256',
] as const

export type BumpOutput = (typeof outputs)[number]

/** The root of a GitHub API, without a slash at its end; a token must not travel in the clear, but on this machine. */
function parseApiUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isLocal = url !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)
  if (url === undefined || !isSafe || url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new RangeError('the https address of an API such as https://github.example.com/api/v3')
  }
  return url.href.replace(/\/+$/, '')
}
