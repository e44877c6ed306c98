import { percentText } from '../../src/domain/coverage/counts.ts'
import type { Decision } from '../../src/domain/coverage/decide.ts'
import { countsOf, displayPath } from '../../src/domain/coverage/measured-file.ts'
import type { GateInputs } from './inputs.ts'
import type { Measured } from './measure.ts'

/** `schema` of the file behind the output `report-path`. */
const REPORT_SCHEMA = 'bookstore-actions/coverage-report/v1'

/**
 * The machine-readable report: totals, every file, and all that is needed to understand the number later. Counts are
 * integers, percentages are decimal strings that are cut off, absent values are null.
 */
export function coverageReport(inputs: GateInputs, measured: Measured, decision: Decision): unknown {
  const { total, patch, enforcement } = decision
  return {
    schema: REPORT_SCHEMA,
    service: inputs.service.text,
    verdict: decision.verdict,
    enforced: enforcement.enforced,
    enforcedBecause: enforcement.because,
    unit: measured.profile.unit,
    covered: total.counts.covered,
    total: total.counts.total,
    missing: total.missing,
    percent: total.percent,
    threshold: total.threshold?.text ?? null,
    patch: patch
      ? {
          covered: patch.counts.covered,
          total: patch.counts.total,
          percent: patch.percent,
          threshold: patch.threshold?.text ?? null,
          binding: patch.binding,
          uncovered: measured.patch?.uncovered ?? [],
        }
      : null,
    change:
      measured.change.kind === 'known'
        ? { base: measured.change.base }
        : { because: measured.change.because },
    inputs: {
      profile: inputs.profile,
      format: inputs.format,
      workingDirectory: inputs.workingDirectory,
      risk: inputs.risk ?? null,
      mainRefs: inputs.mainRefs,
      exclude: inputs.exclude,
      excludeGenerated: inputs.excludeGenerated,
    },
    profiles: measured.read,
    format: measured.profile.format,
    modes: measured.profile.modes,
    modules: measured.modules.map(({ path, folder, go, toolchain }) => ({
      path,
      folder,
      go: go ?? null,
      toolchain: toolchain ?? null,
    })),
    checks: measured.checks,
    goToolCoverFunc: measured.coverFunc ?? null,
    files: measured.files.map((file) => {
      const counts = countsOf(file.blocks)
      return { path: displayPath(file), name: file.name, ...counts, percent: percentText(counts) ?? null }
    }),
    excluded: measured.excluded,
    unmeasured: measured.unmeasured,
    unreadable: measured.unreadable,
  }
}
