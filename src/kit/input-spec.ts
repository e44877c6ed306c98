import type { Fault } from '../domain/shared/fault.ts'
import { inputsFault } from '../domain/shared/input-faults.ts'

/** How the text of an input becomes a value. */
export interface InputKind<T> {
  /** The accepted form, to be read behind "expected". */
  readonly expected: string
  /** @throws {Error} when the text has another form; its message replaces `expected`. */
  parse(text: string): T
}

/** One input of an action: its kind, and what it is when it is not given. */
export interface InputField<T> {
  readonly kind: InputKind<unknown>
  /** The text that an absent or empty input equals; undefined where there is none. */
  readonly default: string | undefined
  readonly required: boolean
  /** A secret's value is masked before anything is printed and never shown in a message. */
  readonly secret: boolean
  /** The value of a text that parsed, of one that did not (only where the field takes it), or of an absent input. */
  value(read: { readonly parsed: unknown } | { readonly problem: InputProblem } | undefined): T
  /** True where the action decides itself what a malformed value means. */
  readonly deferred: boolean
}

export type InputSpec = Readonly<Record<string, InputField<unknown>>>

/** The value of every input under its camel-case name: `main-refs` becomes `mainRefs`. */
export type InputsOf<S extends InputSpec> = {
  readonly [Name in keyof S & string as CamelCase<Name>]: S[Name] extends InputField<infer T> ? T : never
}

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name

/** What is wrong with one input. */
export interface InputProblem {
  readonly input: string
  /** The value as given, `***` for a secret; undefined where it is missing. */
  readonly seen: string | undefined
  readonly expected: string
}

export function required<T>(kind: InputKind<T>): InputField<T> {
  return field(kind, { required: true })
}

export function optional<T>(kind: InputKind<T>): InputField<T | undefined> {
  return field(kind, {})
}

/** The default is a text in the input's own form and the same as in action.yml. */
export function withDefault<T>(kind: InputKind<T>, text: string): InputField<T> {
  return field(kind, { default: text })
}

/** The value of a deferred input: undefined where it was not given. */
export type Deferred<T> = { readonly value: T } | { readonly problem: InputProblem } | undefined

/** Hands a malformed value on as a problem, for an action in which only some runs may stop because of it. */
export function deferred<T>(kind: InputKind<T>): InputField<Deferred<T>> {
  return {
    ...field<Deferred<T>>(kind, {}),
    deferred: true,
    value: (read) => (read === undefined || 'problem' in read ? read : { value: read.parsed as T }),
  }
}

function field<T>(
  kind: InputKind<unknown>,
  options: { readonly required?: boolean; readonly default?: string },
): InputField<T> {
  return {
    kind,
    default: options.default,
    required: options.required ?? false,
    secret: false,
    deferred: false,
    // the only place where the type of a parsed value is taken on trust: it came from this field's own kind
    value: (read) => (read !== undefined && 'parsed' in read ? read.parsed : undefined) as T,
  }
}

/** Any text without surrounding white space. */
export function text(expected: string): InputKind<string> {
  return { expected, parse: (value) => value }
}

/** A value that parses itself: an error's message says the accepted form. */
export function using<T>(expected: string, parse: (text: string) => T): InputKind<T> {
  return { expected, parse }
}

/** The booleans of YAML's core schema that GitHub's toolkit accepts: `true`, `True`, `TRUE` and their counterparts. */
export function flag(): InputKind<boolean> {
  return using('true or false', (value) => {
    if (/^(?:true|True|TRUE)$/.test(value)) return true
    if (/^(?:false|False|FALSE)$/.test(value)) return false
    throw new RangeError('true or false')
  })
}

export function oneOf<const T extends string>(...values: readonly T[]): InputKind<T> {
  const expected = `one of ${values.join(', ')}`
  return using(expected, (value) => {
    const known = values.find((candidate) => candidate === value)
    if (known === undefined) throw new RangeError(expected)
    return known
  })
}

/** An integer of decimal digits. */
export function integer(minimum: number): InputKind<number> {
  const expected = `an integer from ${minimum}, in decimal digits`
  return using(expected, (value) => {
    const number = Number(value)
    if (!/^\d{1,15}$/.test(value) || number < minimum) throw new RangeError(expected)
    return number
  })
}

/** One value per line; blank lines are passed over. */
export function lines<T>(kind: InputKind<T>): InputKind<readonly T[]> {
  return using(`one per line: ${kind.expected}`, (value) =>
    value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => kind.parse(line)),
  )
}

/**
 * Reads every input of a spec. An empty text equals an absent one, and an absent one equals its default.
 *
 * @throws {Fault} `input-invalid`, naming every input that is wrong.
 */
export function readInputs<S extends InputSpec>(
  spec: S,
  read: (name: string) => string | undefined,
): InputsOf<S> {
  const readings = Object.entries(spec).map(([name, field]) => ({
    name,
    field,
    reading: readInput(name, field, read),
  }))
  const problems = readings.flatMap(({ reading }) =>
    reading && 'problem' in reading ? [reading.problem] : [],
  )
  const fatal = readings.some(({ field, reading }) => reading && 'problem' in reading && !field.deferred)
  if (fatal) throw inputFault(problems)
  return Object.fromEntries(
    readings.map(({ name, field, reading }) => [camelCase(name), field.value(reading)]),
  ) as InputsOf<S>
}

function readInput(
  name: string,
  field: InputField<unknown>,
  read: (name: string) => string | undefined,
): { readonly parsed: unknown } | { readonly problem: InputProblem } | undefined {
  const given = read(name)?.trim() ?? ''
  const text = given === '' ? field.default : given
  if (text === undefined) {
    return field.required
      ? { problem: { input: name, seen: undefined, expected: field.kind.expected } }
      : undefined
  }
  const seen = field.secret ? '***' : text
  const { expected } = field.kind
  if (UNEXPANDED.test(text)) {
    return { problem: { input: name, seen, expected: `${expected} (an expression in it was not expanded)` } }
  }
  try {
    return { parsed: field.kind.parse(text) }
  } catch (error) {
    // of a secret the parser's own message is not shown: it may quote what it could not read
    const accepted = error instanceof Error && !field.secret ? error.message : expected
    return { problem: { input: name, seen, expected: accepted } }
  }
}

const UNEXPANDED = /\$\{\{.*?\}\}/s

/** The fault for inputs that cannot be used, all of them named at once. */
export function inputFault(problems: readonly InputProblem[]): Fault {
  const [first] = problems
  const single = problems.length === 1 ? first : undefined
  return inputsFault('input-invalid', {
    subject: single ? `input "${single.input}"` : `${problems.length} inputs`,
    detail: single
      ? problemText(single)
      : problems.map((problem) => `"${problem.input}" ${problemText(problem)}`).join('; '),
  })
}

function problemText({ seen, expected }: InputProblem): string {
  return seen === undefined
    ? `is not given; expected ${expected}`
    : `is ${JSON.stringify(seen)}; expected ${expected}`
}

/** The values to mask before the first line is printed. */
export function secretsOf(spec: InputSpec, read: (name: string) => string | undefined): readonly string[] {
  return Object.entries(spec)
    .filter(([, field]) => field.secret)
    .map(([name]) => read(name)?.trim() ?? '')
    .filter((value) => value !== '')
}

export function secret<T>(field: InputField<T>): InputField<T> {
  return { ...field, secret: true }
}

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
