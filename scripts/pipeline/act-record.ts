/** One line of `act --json`, as far as the pipeline reads it. */
export interface ActRecord {
  readonly job: string
  /** Undefined for what belongs to the job as a whole. */
  readonly step:
    { readonly id: string; readonly name: string; readonly stage: 'Pre' | 'Main' | 'Post' } | undefined
  /** What the line says; without control characters and line end. */
  readonly text: string
  readonly kind:
    | { readonly is: 'output' }
    | { readonly is: 'error'; readonly message: string }
    | { readonly is: 'set-output'; readonly name: string; readonly value: string }
    | { readonly is: 'step-ended'; readonly result: string; readonly seconds: number }
    | { readonly is: 'job-ended'; readonly result: string }
    | { readonly is: 'message' }
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads a line of act's log.
 *
 * @returns undefined when the line is not a record of a job
 */
export function parseRecord(line: string): ActRecord | undefined {
  const fields = parseFields(line)
  const job = fields?.['jobID']
  if (!fields || typeof job !== 'string') return undefined
  return { job, step: stepOf(fields), text: plain(textOf(fields['msg'])), kind: kindOf(fields) }
}

/** Escape sequences of terminals, and what else of control characters a pseudo-terminal lets through. */
// eslint-disable-next-line no-control-regex -- these are what is removed
const CONTROL = /\u001b\[[0-9;?]*[A-Za-z]|[\u0000-\u0008\u000b-\u001f\u007f]/g

/** @returns a line of output that can be printed anywhere */
export function plain(text: string): string {
  return text.replace(CONTROL, '').trimEnd()
}

function parseFields(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined
  } catch {
    return undefined
  }
}

function stepOf({ stepID, step, stage }: Fields): ActRecord['step'] {
  if (!Array.isArray(stepID) || (stage !== 'Pre' && stage !== 'Main' && stage !== 'Post')) return undefined
  return { id: String(stepID[0]), name: textOf(step), stage }
}

function kindOf(fields: Fields): ActRecord['kind'] {
  const { raw_output: raw, command, jobResult, stepResult, executionTime, arg, name } = fields
  if (raw === true) return { is: 'output' }
  if (typeof jobResult === 'string') return { is: 'job-ended', result: jobResult }
  if (typeof stepResult === 'string') {
    return { is: 'step-ended', result: stepResult, seconds: Number(executionTime ?? 0) / 1e9 }
  }
  if (command === 'set-output') return { is: 'set-output', name: textOf(name), value: textOf(arg) }
  if (command === 'error') return { is: 'error', message: plain(textOf(arg)) }
  return { is: 'message' }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
