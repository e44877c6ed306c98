import { sum, type Counts } from '../../src/domain/coverage/counts.ts'
import { coverFuncTotal } from '../../src/domain/coverage/cover-func.ts'
import type { CoverageProfile } from '../../src/domain/coverage/coverage-profile.ts'
import { coverageFault } from '../../src/domain/coverage/faults.ts'
import type { GoModule } from '../../src/domain/coverage/go-module.ts'
import { checkIntegrity } from '../../src/domain/coverage/integrity.ts'
import type { IntegrityCheck } from '../../src/domain/coverage/integrity-check.ts'
import {
  countsOf,
  displayPath,
  hasOwnCoordinates,
  type MeasuredFile,
} from '../../src/domain/coverage/measured-file.ts'
import { outOfScope } from '../../src/domain/coverage/out-of-scope.ts'
import { patchCoverage, type PatchCoverage } from '../../src/domain/coverage/patch-coverage.ts'
import {
  exclusionOf,
  exclusionRules,
  select,
  type ExcludedFile,
} from '../../src/domain/coverage/selection.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import type { Files, TextFiles } from '../../src/ports/files.ts'
import type { Repositories } from '../../src/ports/git.ts'
import type { GateInputs } from './inputs.ts'
import { checkCommit, GIT_HINT } from './check-commit.ts'
import { readChange, type Change } from './read-change.ts'
import { readProfiles, type ReadProfile } from './read-profiles.ts'
import { readSources } from './read-sources.ts'

export interface GatePorts {
  readonly files: Files & TextFiles
  readonly git: Repositories
}

/** All that is known of a service's coverage before a policy is applied to it. */
export interface Measured {
  readonly profile: Pick<CoverageProfile, 'format' | 'unit' | 'modes'>
  readonly read: readonly ReadProfile[]
  readonly modules: readonly GoModule[]
  /** The files that count. */
  readonly files: readonly MeasuredFile[]
  readonly excluded: readonly ExcludedFile[]
  /** Paths of Go files with functions that no profile mentions. */
  readonly unmeasured: readonly string[]
  /** Those of them whose whole package is in no profile. */
  readonly outOfScope: readonly string[]
  /** Folders that may not be read, of which `exclude` does not take everything out. */
  readonly unreadable: readonly string[]
  readonly checks: readonly IntegrityCheck[]
  readonly counts: Counts
  /** The folder of the workspace that the repository is checked out to. */
  readonly checkout: string
  readonly change: Change
  /** Undefined where the change is not known. */
  readonly patch: PatchCoverage | undefined
  /** What `go tool cover -func` would say; undefined where it could not. */
  readonly coverFunc: Counts | undefined
}

/**
 * Reads the profiles, their source and the change, and refuses numbers that cannot be right.
 *
 * @throws {Fault} when there is no number to decide by
 */
export async function measure(
  inputs: GateInputs,
  context: RunContext,
  { files, git }: GatePorts,
): Promise<Measured> {
  const repository = git.around(inputs.workingDirectory)
  const changing = readChange(context, repository)
  const [commit, { profile, read }] = await sideBySide(
    checkCommit(context, repository),
    readProfiles(inputs, context.workspace, files),
  )
  const sources = await readSources(profile, inputs.workingDirectory, context.workspace, files)
  const checks = [...checkIntegrity(profile.format, sources.files), commit]
  const rules = await exclusionRules(inputs.exclude, inputs.excludeGenerated)
  const relative = (path: string): string => relativeTo(inputs.workingDirectory, path)
  const { measured, excluded } = select(sources.files, rules, relative)
  const counts = sum(measured.map(({ blocks }) => countsOf(blocks)))
  if (counts.total === 0) {
    throw coverageFault('profile-no-statements', {
      subject: read.map(({ path }) => path).join(', '),
      detail: `${sources.files.length} files with ${profile.unit} in the profile, ${excluded.length} of them excluded, none left`,
    })
  }
  const unmeasured = sources.unmeasured.filter(
    ({ path, text }) => exclusionOf(relative(path), text, rules) === undefined,
  )
  const change = await changing
  return {
    profile,
    read,
    modules: sources.modules,
    files: measured,
    excluded,
    unmeasured: unmeasured.map(({ path }) => path),
    outOfScope: outOfScope(unmeasured, sources.files.map(displayPath)),
    unreadable: sources.unreadable.filter(
      (folder) => exclusionOf(relative(`${folder}/any/file.go`), undefined, rules) === undefined,
    ),
    checks,
    counts,
    checkout: git.rootAround(inputs.workingDirectory),
    change,
    patch: change.kind === 'known' ? patchCoverage(profile.format, measured, change.lines) : undefined,
    coverFunc: profile.format === 'go' ? coverFuncTotal(sources.files) : undefined,
  }
}

/** Waits for both, as git works while the profile is read; where both fail it is always the first that is said. */
async function sideBySide<One, Other>(
  one: Promise<One>,
  other: Promise<Other>,
): Promise<readonly [One, Other]> {
  await Promise.allSettled([one, other])
  return [await one, await other]
}

/** Refuses to judge changed lines that were not measured, for a gate that asks something of them. */
export function refuseUnknownPatch({ change, files, profile, unmeasured }: Measured): void {
  if (change.kind === 'unavailable') {
    throw coverageFault('diff-unavailable', {
      subject: 'patch-threshold',
      detail: change.because,
      ...(change.because.startsWith('git') && { hint: GIT_HINT }),
    })
  }
  if (change.kind === 'none') return
  const absent = files.filter(({ source }) => source === undefined)
  if (absent.length > 0) {
    throw coverageFault('patch-unmeasured', {
      subject: absent[0]?.name ?? '',
      detail: `${absent.length} of ${files.length} files of the profile are not in the checkout, so their changed lines are not known`,
      hint: 'Set `working-directory` to the folder of the measured sources, or name these files in `exclude`.',
    })
  }
  const elsewhere = profile.format === 'go' ? files.filter((file) => !hasOwnCoordinates(file)) : []
  const missing = [...unmeasured, ...elsewhere.map(displayPath)].filter(
    (path) => change.lines.get(path)?.size,
  )
  if (missing.length === 0) return
  throw coverageFault('patch-unmeasured', {
    subject: missing[0] ?? '',
    detail: `the lines of ${missing.length} changed files are in no profile: ${missing.slice(0, 10).join(', ')}`,
  })
}

/** A path of the workspace as seen from a folder of it; one that is not below stays as it is. */
export function relativeTo(folder: string, path: string): string {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path
}
