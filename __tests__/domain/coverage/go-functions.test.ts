import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { goFunctions } from '../../../src/domain/coverage/go-functions.ts'
import { columnOf, goTokens } from '../../../src/domain/coverage/go-tokens.ts'
import { fixture } from './profiles.ts'

/** The extents of the functions as `startLine.startColumn,endLine.endColumn`. */
function extents(source: string): readonly string[] {
  return goFunctions(source).map(
    ({ startLine, startColumn, endLine, endColumn }) => `${startLine}.${startColumn},${endLine}.${endColumn}`,
  )
}

/** Every case begins on line 3, below the package clause. */
const CASES: readonly (readonly [what: string, code: string, expected: readonly string[]])[] = [
  ['a function', 'func f() {\n\tg()\n}', ['3.1,5.1']],
  ['functions on one line', 'func f() { g() }\nfunc h() {}', ['3.1,3.16', '4.1,4.11']],
  ['functions apart by a semicolon', 'func f() {}; func g() {}', ['3.1,3.11', '3.14,3.24']],
  ['a function before a composite on its line', 'func f() {}; var x = []int{1}', ['3.1,3.11']],
  ['a method', 'func (t *T) f() error {\n\treturn nil\n}', ['3.1,5.1']],
  [
    'a generic function',
    'func F[K comparable, V interface{ ~int | ~string }](m map[K]V) (r []V) {\n}',
    ['3.1,4.1'],
  ],
  ['a method of a generic type', 'func (t *Tree[K, V]) Get(k K) (v V) {\n}', ['3.1,4.1']],
  ['an interface as result', 'func f() interface{ M() } {\n\treturn nil\n}', ['3.1,5.1']],
  ['a struct as result', 'func f() struct{ a, b int } {\n\treturn s\n}', ['3.1,5.1']],
  [
    'an interface over several lines as result',
    'func f() interface {\n\tM()\n} {\n\treturn nil\n}',
    ['3.1,7.1'],
  ],
  ['structs as parameter and result', 'func f(a struct{ x int }) map[string]struct{} {\n}', ['3.1,4.1']],
  ['a function as result', 'func f() func(int) struct{} {\n\treturn nil\n}', ['3.1,5.1']],
  [
    'parameters over several lines',
    'func f(\n\ta int,\n\tb struct {\n\t\tc int\n\t},\n) {\n\tg()\n}',
    ['3.1,10.1'],
  ],
  ['braces in strings', 'func f() {\n\ts := "}" + `}\n}` + "\\"}"\n}', ['3.1,6.1']],
  ['braces in runes', "func f() {\n\tr := '}' + '{' + '\\'' + '\"'\n}\nfunc g() {}", ['3.1,5.1', '6.1,6.11']],
  ['braces in comments', 'func f() { // }\n\t/* } \n } */\n}', ['3.1,6.1']],
  ['a backquote in a comment', '// `\nfunc f() {}', ['4.1,4.11']],
  ['a comment in a string', 'func f() {\n\ts := "/*"\n}\nfunc g() {}', ['3.1,5.1', '6.1,6.11']],
  [
    'a backslash at the end of a raw string',
    'func f() {\n\ts := `\\`\n}\nfunc g() {}',
    ['3.1,5.1', '6.1,6.11'],
  ],
  ['a comment before the body', 'func f() /* no { */ error /* here */ {\n}', ['3.1,4.1']],
  [
    'composite literals and literals of functions inside',
    'func f() {\n\tx := T{a: []int{1}, f: func() { g() }}\n}',
    ['3.1,5.1'],
  ],
  ['a literal at package level', 'var f = func() {\n\tg()\n}', []],
  ['a literal on the line below its variable', 'var f =\nfunc() {\n\tg()\n}', []],
  ['literals in a group of variables', 'var (\n\tf = func() {}\n\tg = func() {}\n)', []],
  [
    'literals in a composite at package level',
    'var m = map[string]func(){\n\t"a": func() {},\n}\nfunc f() {}',
    ['6.1,6.11'],
  ],
  [
    'a literal that is called at package level',
    'var x = func() int { return 1 }()\nfunc f() {}',
    ['4.1,4.11'],
  ],
  ['a type of functions', 'type F func(int) error\ntype G struct {\n\tf func() error\n}', []],
  ['a declaration without a body', 'func asm(x int) int\n\nfunc f() {}', ['5.1,5.11']],
  ['a declaration without a body before a type', 'func asm()\ntype T struct{ f func() }\nvar x = T{}', []],
  ['a declaration without a body before a composite', 'func asm() int\nvar x = []int{1}', []],
  ['a declaration without a body and a comment', 'func asm() int // in x.s\nvar x = []int{1}', []],
  ['a declaration whose result ends in a bracket', 'func asm() (int)\nvar x = []int{1}', []],
  ['a declaration whose result is an empty interface', 'func asm() interface{}\nvar x = []int{1}', []],
  [
    'a comment over several lines after a declaration without body',
    'func asm() int /*\n*/ var x = []int{1}',
    [],
  ],
  ['names of letters outside of ASCII', 'func größe() { a() }', ['3.1,3.22']],
  ['names that begin like the keyword', 'var funcs = []int{1}\nvar xfunc = []int{1}', []],
  ['an import and a constant before', 'import "C"\nconst a = 1\nfunc f() {}', ['5.1,5.11']],
  ['nothing', '', []],
  ['more closing brackets than opening ones', '}}\nfunc f() {}', ['4.1,4.11']],
  ['an end inside a function', 'func f() {\n\tg()', []],
  ['an end inside a string', 'func f() {}\nvar s = "', ['3.1,3.11']],
  ['an end inside a raw string', 'func f() {}\nvar s = `}', ['3.1,3.11']],
  ['an end inside a comment', 'func f() {}\n/* }', ['3.1,3.11']],
  ['carriage returns', 'func f() {\r\n\tg()\r\n}\r\nfunc h()\r\nvar x = T{}\r\n', ['3.1,5.1']],
]

describe('the functions of a file', () => {
  it.each(CASES)('%s', (_, code, expected) => {
    expect(extents(`package p\n\n${code}`)).toEqual(expected)
  })

  it('do not depend on a byte order mark', () => {
    expect(extents('\ufeffpackage p\n\nfunc f() {}')).toEqual(['3.1,3.11'])
  })

  it('of real code', () => {
    expect(extents(fixture('package-level-literals/src/command.go'))).toEqual(['38.1,40.1'])
    expect(extents(fixture('line-directives/src/parser.go'))).toEqual(['4.1,11.1', '14.1,19.1', '22.1,24.1'])
    expect(extents(fixture('block-shape/src/shape.go')).map((extent) => extent.split(/[.,]/)[0])).toEqual([
      '6',
      '9',
      '14',
      '17',
      '40',
      '51',
      '67',
      '92',
    ])
    expect(extents(fixture('patch/src/order.go'))).toHaveLength(13)
  })
})

describe('tokens', () => {
  it('are lines, words, literals and marks with their lines', () => {
    const tokens = [...goTokens('a := "x" // c\n/* one\ntwo */ b2 `r\nw`\n+')]
    expect(tokens.map(({ kind, text, line }) => `${line} ${kind} ${text}`)).toEqual([
      '1 word a',
      '1 mark :',
      '1 mark =',
      '1 literal "x"',
      '1 newline \n',
      '2 newline /* one\ntwo */',
      '3 word b2',
      '3 literal `r\nw`',
      '4 newline \n',
      '5 mark +',
    ])
  })

  it('have the columns of Go: bytes of UTF-8', () => {
    const source = 'x := `ä\n😀` + é + b'
    const columns = [...goTokens(source)].map(
      (token) => `${token.text.replace('\n', '~')} ${columnOf(source, token)}`,
    )
    expect(columns).toEqual(['x 1', ': 3', '= 4', '`ä~😀` 6', '+ 7', 'é 9', '+ 12', 'b 14'])
  })

  it('together with white space and comments are the source', () => {
    const parts = fc.constantFrom(
      'a',
      '"',
      "'",
      '`',
      '\\',
      '/',
      '*',
      '//',
      '/*',
      '*/',
      '\n',
      ' ',
      '{',
      'é',
      '\r',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (all) => {
        const source = all.join('')
        let end = 0
        for (const { kind, text, start, line, lineStart } of goTokens(source)) {
          expect(start).toBeGreaterThanOrEqual(end)
          expect(source.slice(end, start)).toMatch(/^(?:[ \r]|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))*$/)
          expect(source.slice(start, start + text.length)).toBe(text)
          expect(line).toBe(source.slice(0, start).split('\n').length)
          expect(lineStart).toBe(source.slice(0, start).lastIndexOf('\n') + 1)
          if (kind === 'newline') expect(text).toContain('\n')
          end = start + text.length
        }
      }),
    )
  })
})
