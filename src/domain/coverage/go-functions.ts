import { columnOf, goTokens, type GoToken } from './go-tokens.ts'

/** The extent of a top-level function declaration with a body: from its `func` to its last `}`; columns are bytes. */
export interface FunctionExtent {
  readonly name: string
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/**
 * The top-level functions and methods of a Go file, as `go tool cover -func` sees them: function literals that are assigned to
 * package-level variables are not among them, and neither are declarations without a body.
 *
 * This reads tokens, not syntax: at nesting depth 0 a `func` at the beginning of a statement declares a function, and its body is
 * the first `{` at that depth that does not belong to an `interface{…}` or `struct{…}` of the signature.
 *
 * @see https://go.dev/ref/spec#Function_declarations and #Semicolons
 */
export function goFunctions(source: string): readonly FunctionExtent[] {
  const finder = new FunctionFinder(source)
  for (const token of goTokens(source)) finder.take(token)
  return finder.functions
}

/** Whether a Go file has a function with a body, be it the literal of a package-level variable. */
export function hasFunctionBodies(source: string): boolean {
  const finder = new FunctionFinder(source)
  for (const token of goTokens(source)) {
    finder.take(token)
    if (finder.bodies) return true
  }
  return false
}

/** Whether a Go file has a function whose body is not empty, be it a literal's: something that coverage counts. */
export function hasStatements(source: string): boolean {
  const finder = new FunctionFinder(source)
  for (const token of goTokens(source)) {
    finder.take(token)
    if (finder.statements) return true
  }
  return false
}

class FunctionFinder {
  readonly functions: FunctionExtent[] = []
  /** Whether any function has a body, a literal's too. */
  bodies = false
  /** Whether anything stands in one of them. */
  statements = false
  readonly #source: string
  #depth = 0
  #statementBegins = true
  #previous = ''
  /** The `func` of the declaration that is being read. */
  #start: GoToken | undefined
  #name = ''
  #inBody = false
  /** Whether nothing was read behind the `{` of a body. */
  #bodyBegins = false
  /** The depth of a `func` whose body may follow, a literal's or a declaration's. */
  #signature: number | undefined

  constructor(source: string) {
    this.#source = source
  }

  take(token: GoToken): void {
    if (token.kind === 'newline') {
      this.#lineBreak()
      return
    }
    if (this.#bodyBegins && token.text !== ';') {
      this.statements ||= token.text !== '}'
      this.#bodyBegins = false
    }
    if (token.text === 'func') this.#function(token)
    else if (token.kind === 'word' && this.#depth === 0 && this.#previous !== '.') this.#name ||= token.text
    else if (OPENING.has(token.text)) this.#open(token)
    else if (CLOSING.has(token.text)) this.#close(token)
    this.#statementBegins = token.text === ';'
    this.#previous = token.text
  }

  #function(token: GoToken): void {
    this.#signature = this.#depth
    if (this.#depth > 0 || !this.#statementBegins) return
    this.#start = token
    this.#name = ''
  }

  /** A declaration that ends without a body is written in another language; a type has no body either. */
  #lineBreak(): void {
    this.#statementBegins ||= ENDS_STATEMENT.test(this.#previous)
    if (!this.#statementBegins) return
    if (this.#depth === 0) this.#start = undefined
    if (this.#depth === this.#signature) this.#signature = undefined
  }

  #open({ text }: GoToken): void {
    const opensBlock = text === '{' && !TYPE_WITH_BRACES.test(this.#previous)
    this.#bodyBegins = opensBlock && this.#depth === this.#signature
    this.bodies ||= this.#bodyBegins
    this.#inBody ||= opensBlock && this.#depth === 0 && this.#start !== undefined
    this.#depth += 1
  }

  #close(token: GoToken): void {
    this.#depth = Math.max(0, this.#depth - 1)
    if (this.#signature !== undefined && this.#depth < this.#signature) this.#signature = undefined
    if (this.#depth > 0 || !this.#inBody || this.#start === undefined) return
    this.functions.push(extentOf(this.#source, this.#name, this.#start, token))
    this.#start = undefined
    this.#inBody = false
  }
}

const OPENING = new Set(['(', '[', '{'])
const CLOSING = new Set([')', ']', '}'])
/** A line break after one of these ends the statement: an identifier, a literal, or a closing bracket. */
const ENDS_STATEMENT = /[\w\u0080-\uffff)\]}"'`]$/
const TYPE_WITH_BRACES = /^(?:interface|struct)$/

function extentOf(source: string, name: string, first: GoToken, last: GoToken): FunctionExtent {
  return {
    name,
    startLine: first.line,
    startColumn: columnOf(source, first),
    endLine: last.line,
    endColumn: columnOf(source, last),
  }
}
