import type { BranchTemplate, BranchValues } from '../../src/domain/gitops/branch-template.ts'
import type { GuardOrder } from '../../src/domain/gitops/decide.ts'
import { environmentOf, type Environment } from '../../src/domain/gitops/environments.ts'
import { gitopsFault } from '../../src/domain/gitops/faults.ts'
import type { ImageAssignment } from '../../src/domain/gitops/image-assignment.ts'
import type { AutoMerge } from '../../src/domain/gitops/merge-method.ts'
import type { OverlayPath } from '../../src/domain/gitops/overlay-path.ts'
import type { Reviewer } from '../../src/domain/gitops/reviewer.ts'
import { SourceCommit } from '../../src/domain/gitops/source-commit.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import { inputFault, type InputProblem } from '../../src/kit/input-spec.ts'
import type { BumpInputs } from './inputs.ts'

/** What the overlays are to deploy: images by digest, or what another overlay deploys. */
type Images =
  | { readonly kind: 'given'; readonly assignments: readonly ImageAssignment[] }
  | { readonly kind: 'promoted'; readonly names: readonly string[]; readonly from: OverlayPath }

/** One bump: the inputs, with the environment of this run's ref applied. */
export interface Target {
  readonly service: string
  readonly images: Images
  readonly overlays: readonly OverlayPath[]
  readonly base: string | undefined
  readonly template: BranchTemplate
  readonly values: BranchValues
  readonly order: GuardOrder
  readonly autoMerge: AutoMerge
  readonly reviewers: readonly Reviewer[]
  readonly labels: readonly string[]
  readonly dryRun: boolean
  /** The commit and ref of this run, and the repository they are of. */
  readonly source: SourceCommit
  readonly sourceRepository: string
}

/**
 * Where this run goes.
 *
 * @returns undefined when no environment is for its ref
 * @throws {Fault} `run-unknown`, `branch-refused`, or `input-invalid` for inputs that contradict each other
 */
export function targetOf(inputs: BumpInputs, context: RunContext): Target | undefined {
  const problems = contradictions(inputs)
  if (problems.length > 0) throw inputFault(problems)
  const { source, repository } = sourceOf(context)
  const environment = inputs.environments && environmentOf(inputs.environments, source.ref)
  if (inputs.environments !== undefined && environment === undefined) return undefined
  const settings = settingsOf(inputs, environment)
  const overlay = overlayNames(settings.overlays)
  const values = { overlay, service: inputs.service.text, sha: source.sha }
  // a name that git refuses is found before anything is read; whether it is the base's own shows later
  inputs.branch.branch(values, settings.base ?? '')
  return {
    ...settings,
    service: inputs.service.text,
    images: imagesOf(inputs, environment),
    template: inputs.branch,
    values,
    order: { onDiverged: environment?.onDiverged ?? 'stale', rollback: inputs.rollback },
    dryRun: inputs.dryRun,
    source,
    sourceRepository: repository,
  }
}

/** What the environment says, and the inputs where it says nothing. */
function settingsOf(
  inputs: BumpInputs,
  environment: Environment | undefined,
): Pick<Target, 'overlays' | 'base' | 'autoMerge' | 'reviewers' | 'labels'> {
  return {
    overlays: environment?.overlays ?? inputs.overlay ?? [],
    base: environment?.base ?? inputs.base,
    autoMerge: environment?.autoMerge ?? inputs.autoMerge,
    reviewers: environment?.reviewers ?? inputs.reviewers,
    labels: environment?.labels ?? inputs.labels,
  }
}

function contradictions({ overlay, environments, promoteFrom }: BumpInputs): readonly InputProblem[] {
  if (environments !== undefined) {
    const both = [
      ...(overlay === undefined ? [] : ['overlay']),
      ...(promoteFrom === undefined ? [] : ['promote-from']),
    ]
    return both.map((input) => ({
      input,
      seen: 'given together with environments',
      expected: 'one of the two: each entry of environments names its own',
    }))
  }
  return overlay === undefined
    ? [{ input: 'overlay', seen: undefined, expected: 'a folder of the GitOps repository, or environments' }]
    : []
}

/** The images of the inputs, as the environment wants them. */
function imagesOf(
  { images, promoteFrom, service }: BumpInputs,
  environment: Environment | undefined,
): Images {
  const from = environment?.promoteFrom ?? promoteFrom
  if (from !== undefined) {
    if (images?.kind !== 'given') return { kind: 'promoted', names: images?.names ?? [service.text], from }
    throw inputFault([
      {
        input: 'images',
        seen: images.assignments.map(({ name }) => `${name}=…`).join('\n'),
        expected: `names alone, since the digests come from ${from.text}`,
      },
    ])
  }
  if (images?.kind === 'given') return images
  throw inputFault([
    {
      input: 'images',
      seen: images?.names.join('\n'),
      expected: 'one line per image, name=registry/repository@digest',
    },
  ])
}

function sourceOf({ repository, sha, ref, event }: RunContext): {
  readonly source: SourceCommit
  readonly repository: string
} {
  const missing = Object.entries({ GITHUB_REPOSITORY: repository, GITHUB_SHA: sha, GITHUB_REF: ref })
    .filter(([, value]) => value === undefined)
    .map(([name]) => name)
  if (repository === undefined || sha === undefined || ref === undefined) {
    throw gitopsFault('run-unknown', { subject: 'the run', detail: `${missing.join(', ')} is not set` })
  }
  if (!/^refs\/(?:heads|tags)\//.test(ref)) {
    const detail = `${ref} (${event ?? 'unknown event'}) is no branch and no tag, so its commit is in nobody's history`
    const hint = "Let the job run for branches and tags alone: `if: github.event_name == 'push'`."
    throw gitopsFault('run-unknown', { subject: 'GITHUB_REF', detail, hint })
  }
  return { source: parseSource(ref, sha), repository }
}

function parseSource(ref: string, sha: string): SourceCommit {
  try {
    return SourceCommit.parse(ref, sha)
  } catch (cause) {
    const detail = `${JSON.stringify(ref)} at ${JSON.stringify(sha)} is not a full ref and a commit`
    throw gitopsFault('run-unknown', { subject: 'GITHUB_REF and GITHUB_SHA', detail, cause })
  }
}

/** The last segments of the overlays, in one order whatever the order of the input. */
function overlayNames(overlays: readonly OverlayPath[]): string {
  return [...new Set(overlays.map(({ name }) => name))].sort().join('+')
}
