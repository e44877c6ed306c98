import { CST, Lexer } from 'yaml'

/** A YAML text without comments, and without blank lines outside of scalars. */
export function bare(text: string): string {
  const written: string[] = []
  let line: string[] = []
  let isScalar = false
  for (const source of new Lexer().lex(text)) {
    if (source === CST.SCALAR || source === CST.DOCUMENT || source === CST.FLOW_END) {
      isScalar = source === CST.SCALAR
      continue
    }
    const type = isScalar ? 'scalar' : CST.tokenType(source)
    isScalar = false
    if (type !== 'comment') line.push(source)
    // a scalar may hold lines and their ends: what stands there is not blank, even where it is white space
    if (type === 'scalar') written.push(...line.splice(0))
    if (type !== 'newline') continue
    const isBlank = line.join('').trim() === '' && /(?:^|\n)$/.test(written.at(-1) ?? '')
    written.push(...(isBlank ? [] : line))
    line = []
  }
  return [...written, ...line].join('')
}
