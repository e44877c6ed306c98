import type { PatchPolicy } from '../../src/domain/coverage/decide.ts'
import type { Percent } from '../../src/domain/coverage/percent.ts'
import {
  RISK_POLICIES,
  type EnforceOn,
  type Policy,
  type RunEvent,
} from '../../src/domain/coverage/policy.ts'
import { textAt } from '../../src/domain/shared/payload.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import { inputFault, type Deferred } from '../../src/kit/input-spec.ts'
import type { GateInputs } from './inputs.ts'

/**
 * When a miss stops the job, from `risk` or from `threshold` and `enforce-on`.
 *
 * @throws {Fault} `input-invalid` when both or neither are given: there is no policy to be lenient by
 */
export function enforceOnOf({ risk, threshold, enforceOn }: GateInputs): EnforceOn {
  if (risk !== undefined && (threshold !== undefined || enforceOn !== undefined)) {
    throw inputFault([
      {
        input: 'risk',
        seen: risk,
        expected: 'either risk, or threshold with enforce-on, and not both: a risk stands for both of them',
      },
    ])
  }
  if (risk !== undefined) return RISK_POLICIES[risk].enforceOn
  if (threshold === undefined) {
    throw inputFault([
      {
        input: 'risk',
        seen: undefined,
        expected: 'read-only, write-path or money; or give threshold and enforce-on',
      },
    ])
  }
  return enforceOn ?? 'all'
}

/**
 * What is asked of the total and of the changed lines.
 *
 * @throws {Fault} `input-invalid` when a threshold is no percentage
 */
export function requirementsOf(inputs: GateInputs): { readonly policy: Policy; readonly patch: PatchPolicy } {
  const problems = [inputs.threshold, inputs.patchThreshold].flatMap((threshold) =>
    threshold !== undefined && 'problem' in threshold ? [threshold.problem] : [],
  )
  if (problems.length > 0) throw inputFault(problems)
  return {
    policy:
      inputs.risk !== undefined
        ? RISK_POLICIES[inputs.risk]
        : { risk: undefined, threshold: valueOf(inputs.threshold), enforceOn: enforceOnOf(inputs) },
    patch: { threshold: valueOf(inputs.patchThreshold), minimum: inputs.patchMinStatements },
  }
}

function valueOf(threshold: Deferred<Percent>): Percent | undefined {
  return threshold !== undefined && 'value' in threshold ? threshold.value : undefined
}

/** The event as the enforcement table needs it. */
export function runEventOf({ event, ref, payload }: RunContext): RunEvent {
  return {
    name: event,
    ref,
    mergeGroupBase: textAt(payload, 'merge_group', 'base_ref'),
    defaultBranch: textAt(payload, 'repository', 'default_branch'),
  }
}
