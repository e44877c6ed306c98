import { Fault, Faults } from '../domain/shared/fault.ts'
import type { ActionName } from '../domain/evidence/evidence.ts'
import type { ActionReport } from './action-report.ts'
import { blocks, bullets, code, heading, md, text } from './markdown.ts'

/** What a failed action can still say of itself. */
export interface ActionContract {
  readonly name: ActionName
  readonly outputs: readonly string[]
}

/**
 * The report of an action that could not decide: a {@link Fault}, several of them, or a bug, which says that it is one.
 *
 * @param secrets what must not be in it: a mask hides it in the log, not in outputs and evidence
 */
export function faultReport(
  action: ActionContract,
  error: unknown,
  secrets: readonly string[] = [],
): ActionReport {
  const faults = error instanceof Faults ? error.faults : error instanceof Fault ? [error] : []
  const without = (text: string): string =>
    secrets
      .toSorted((one, other) => other.length - one.length)
      .reduce((shown, secret) => shown.replaceAll(secret, '***'), text)
  const reason = without(
    faults.length > 0 ? (error as Error).message : `unexpected error, please report it: ${describe(error)}`,
  )
  // what the world did not let be decided may be all that is wrong
  const fault = faults.find((each) => each.class === 'infrastructure') ?? faults[0]
  const each =
    faults.length > 1 ? faults.map(({ code, message }) => ({ code, message: without(message) })) : []
  const said = { outcome: 'error', reason }
  return {
    conclusion: 'failure',
    headline: reason,
    log: [],
    outputs: Object.fromEntries(Object.entries(said).filter(([name]) => action.outputs.includes(name))),
    summary: blocks(
      heading(3, text(`${action.name}: could not decide`)),
      each.length === 0
        ? text(reason)
        : bullets(each.map(({ code: name, message }) => md`${code(name)} ${text(message)}`)),
    ),
    annotations: each.map(({ code: title, message }) => ({ level: 'error', title, message })),
    files: [],
    evidence: { outcome: 'error', ...(fault && { class: fault.class }), reason, details: {} },
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
