import { Fault } from '../domain/shared/fault.ts'
import type { ActionName } from '../domain/evidence/evidence.ts'
import type { ActionReport } from './action-report.ts'
import { blocks, heading, text } from './markdown.ts'

/** What a failed action can still say of itself. */
export interface ActionContract {
  readonly name: ActionName
  readonly outputs: readonly string[]
}

/**
 * The report of an action that could not decide: a {@link Fault}, or a bug, which says that it is one.
 *
 * @param secrets what must not be in it: a mask hides it in the log, not in outputs and evidence
 */
export function faultReport(
  action: ActionContract,
  error: unknown,
  secrets: readonly string[] = [],
): ActionReport {
  const fault = error instanceof Fault ? error : undefined
  const message = fault?.message ?? `unexpected error, please report it: ${describe(error)}`
  const reason = secrets
    .toSorted((one, other) => other.length - one.length)
    .reduce((shown, secret) => shown.replaceAll(secret, '***'), message)
  const said = { outcome: 'error', reason }
  return {
    conclusion: 'failure',
    headline: reason,
    log: [],
    outputs: Object.fromEntries(Object.entries(said).filter(([name]) => action.outputs.includes(name))),
    summary: blocks(heading(3, text(`${action.name}: could not decide`)), text(reason)),
    annotations: [],
    files: [],
    evidence: { outcome: 'error', ...(fault && { class: fault.class }), reason, details: {} },
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
