import { decide } from '../../src/domain/coverage/decide.ts'
import { enforcement, needsEveryPackage } from '../../src/domain/coverage/policy.ts'
import { Fault } from '../../src/domain/shared/fault.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import type { ActionReport } from '../../src/kit/action-report.ts'
import { refuseOutOfScope } from './caveats.ts'
import type { GateInputs, GateOutput } from './inputs.ts'
import { measure, refuseUnknownPatch, type GatePorts } from './measure.ts'
import { toErrorReport, toReport } from './report.ts'
import { enforceOnOf, requirementsOf, runEventOf } from './requirements.ts'

/** Measures the profiles of a service and holds them against its policy. */
export async function gate(
  inputs: GateInputs,
  context: RunContext,
  ports: GatePorts,
): Promise<ActionReport<GateOutput>> {
  const enforced = enforcement(enforceOnOf(inputs), inputs.mainRefs, runEventOf(context))
  try {
    const { policy, patch } = requirementsOf(inputs)
    const measured = await measure(inputs, context, ports)
    if (needsEveryPackage(policy)) refuseOutOfScope(measured)
    if (patch.threshold !== undefined) refuseUnknownPatch(measured)
    return toReport(
      inputs,
      context,
      measured,
      decide(measured.counts, measured.patch, policy, patch, enforced),
    )
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return toErrorReport(inputs, error, enforced)
  }
}
