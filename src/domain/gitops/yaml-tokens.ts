import { CST, Lexer } from 'yaml'
import type { KustomizationFile } from './kustomization-file.ts'
import { gitopsFault } from './faults.ts'
import { SourceLines } from './source-lines.ts'

/** What the tokens of a kustomization tell that its nodes do not. */
export interface TokenFacts {
  /** Where anchors, aliases and tags begin. */
  readonly marks: readonly number[]
  /** Whether a block scalar (`|` or `>`) is the last thing but comments and white space. */
  readonly endsInBlockScalar: boolean
}

interface Token {
  readonly type: string
  readonly offset: number
  readonly source: string
}

/**
 * Characters that go-yaml refuses, or takes for line ends where other readers do not: a reader that sees another line sees
 * another file.
 */
const FOREIGN =
  /[^\t\n\r -~\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u2028\u2029]|\r(?!\n)|(?<!^)\ufeff/u

/**
 * Looks at a kustomization token by token.
 *
 * @throws {Fault} `kustomization-encoding` for characters that readers do not agree on, `kustomization-documents` for directives and
 *   document ends, `kustomization-malformed` for a tab where kustomize's reader takes none
 */
export function tokenFacts(file: KustomizationFile): TokenFacts {
  const lines = new SourceLines(file.text)
  const at = (offset: number): string => `${file.path}:${lines.indexAt(offset) + 1}`
  const foreign = FOREIGN.exec(file.text)
  if (foreign) {
    const code = foreign[0].codePointAt(0) ?? 0
    const detail = `the character U+${code.toString(16).toUpperCase().padStart(4, '0')} is not plain text`
    throw gitopsFault('kustomization-encoding', { subject: at(foreign.index), detail })
  }
  const tokens = tokensOf(file.text)
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'doc-end' || token.type === 'directive-line') {
      const detail = `${JSON.stringify(token.source.trim())} is more than one plain document needs`
      throw gitopsFault('kustomization-documents', { subject: at(token.offset), detail })
    }
    if (token.type === 'space' && token.source.includes('\t') && !isTrailing(tokens, index)) {
      const detail = 'a tab stands between the parts of the line'
      throw gitopsFault('kustomization-malformed', { subject: at(token.offset), detail })
    }
  }
  return {
    marks: tokens.filter(({ type }) => MARKS.has(type)).map(({ offset }) => offset),
    endsInBlockScalar: tokens.findLast(({ type }) => !TRIVIA.has(type))?.type === 'block-scalar',
  }
}

const MARKS = new Set(['anchor', 'alias', 'tag'])
const TRIVIA = new Set(['space', 'comment', 'newline'])
/** Behind these, go-yaml passes over a tab. */
const TAKES_TAB = new Set([
  'scalar',
  'single-quoted-scalar',
  'double-quoted-scalar',
  'map-value-ind',
  'flow-map-end',
  'flow-seq-end',
])

/** Whether the white space is followed by a comment or the end of a line that says something. */
function isTrailing(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]?.type ?? 'newline'
  return (next === 'comment' || next === 'newline') && TAKES_TAB.has(tokens[index - 1]?.type ?? '')
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let offset = 0
  let isScalar = false
  let isBlock = false
  for (const source of new Lexer().lex(text)) {
    // the lexer announces a plain or block scalar by a control character of its own, which is not in the text
    if (source === CST.SCALAR || source === CST.DOCUMENT || source === CST.FLOW_END) {
      isScalar = source === CST.SCALAR
      continue
    }
    const type: string = isScalar
      ? isBlock
        ? 'block-scalar'
        : 'scalar'
      : (CST.tokenType(source) ?? 'unknown')
    tokens.push({ type, offset, source })
    offset += source.length
    isBlock = type === 'block-scalar-header' || (isBlock && TRIVIA.has(type))
    isScalar = false
  }
  return tokens
}
