/**
 * Who can mend it:
 * - `code`: the change under test (an untested line, a stale profile);
 * - `policy`: a rule that said no (a lost approval, a denied role);
 * - `configuration`: the workflow file (a missing input, a shallow clone);
 * - `infrastructure`: the world (a registry that is down, a full disk).
 */
export type FaultClass = 'code' | 'policy' | 'configuration' | 'infrastructure'

/** One row of a fault catalogue; the "When it fails" table of an action's README is made of these. */
export interface FaultKind {
  readonly class: FaultClass
  /** What happened, as a sentence without a full stop. */
  readonly meaning: string
  /** What to do about it, as an imperative sentence. */
  readonly cure: string
}

/** What an action says when it could not decide. A gate that failed is a verdict, never a fault. */
export interface FaultReport {
  /** Kebab-case name of the catalogue row, e.g. `profile-not-found`. */
  readonly code: string
  readonly class: FaultClass
  /** The input, file or address that it is about. */
  readonly subject: string
  /** What was seen there. */
  readonly detail: string
  /** What to do. */
  readonly hint: string
}

export class Fault extends Error implements FaultReport {
  readonly code: string
  readonly class: FaultClass
  readonly subject: string
  readonly detail: string
  readonly hint: string

  constructor(report: FaultReport, cause?: unknown) {
    super(faultMessage(report), cause === undefined ? undefined : { cause })
    this.name = 'Fault'
    this.code = report.code
    this.class = report.class
    this.subject = report.subject
    this.detail = report.detail
    this.hint = report.hint
  }
}

/** `coverage.out:7: "x" is not a coverage block. Run the tests again …`; a sentence that was seen keeps its one full stop. */
export function faultMessage({ subject, detail, hint }: FaultReport): string {
  // the dot of a folder such as `.` or `..` is its name
  return `${subject}: ${detail.replace(/(?<=[^\s./])\.$/, '')}. ${hint}`
}

/** Several faults at once, none of which hides another. */
export class Faults extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(
      `${faults.length} faults. ${faults.map(({ message }, index) => `${index + 1}. ${message}`).join(' ')}`,
    )
    this.name = 'Faults'
    this.faults = faults
  }
}

export interface FaultOccasion {
  readonly subject: string
  readonly detail: string
  /** Replaces the catalogue's cure where this occasion has a better one. */
  readonly hint?: string
  readonly cause?: unknown
}

/**
 * Binds a catalogue to a constructor of its faults, so that a code that the README does not explain does not compile.
 *
 * @example
 * const coverageFault = faultsOf({ 'profile-empty': { class: 'code', meaning: '…', cure: '…' } })
 * throw coverageFault('profile-empty', { subject: 'coverage.out', detail: 'the file has no bytes' })
 */
export function faultsOf<Code extends string>(
  catalogue: Readonly<Record<Code, FaultKind>>,
): (code: Code, occasion: FaultOccasion) => Fault {
  return (code, { subject, detail, hint, cause }) =>
    new Fault(
      { code, class: catalogue[code].class, subject, detail, hint: hint ?? catalogue[code].cure },
      cause,
    )
}
