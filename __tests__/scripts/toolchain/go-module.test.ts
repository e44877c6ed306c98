import { describe, expect, it } from '@jest/globals'
import { findModuleSum, isBuiltFrom, parseGoModule } from '../../../scripts/toolchain/go-module.ts'

const BLOCKS = `module github.com/org/bookstore-actions/tools/lint

go 1.24.0

toolchain go1.26.8

tool github.com/owner/lint/v2/cmd/lint // the linter

require (
	github.com/owner/lint v1.9.0 // indirect
	// github.com/owner/lint/v2 v9.9.9
	github.com/owner/lint/v2 v2.8.0 // indirect
	github.com/owner/lint/v2000 v0.0.1
)
`

describe('parseGoModule', () => {
  it.each([
    [
      'blocks and comments',
      BLOCKS,
      {
        package: 'github.com/owner/lint/v2/cmd/lint',
        module: 'github.com/owner/lint/v2',
        version: 'v2.8.0',
        go: '1.24.0',
      },
    ],
    [
      'single lines and a tool in the module root',
      'module m\ngo 1.25\ntool example.org/act\nrequire example.org/act v0.2.87\n',
      { package: 'example.org/act', module: 'example.org/act', version: 'v0.2.87', go: '1.25' },
    ],
    [
      'a tool block',
      'go 1.24\ntool (\n\texample.org/a/cmd\n)\nrequire (\n\texample.org/a v1.0.0\n)\n',
      { package: 'example.org/a/cmd', module: 'example.org/a', version: 'v1.0.0', go: '1.24' },
    ],
    [
      'the innermost of nested modules, whatever their order',
      'go 1.24\ntool a.org/x/y/cmd\nrequire a.org/x/y v2.0.0\nrequire a.org/x v1.0.0\n',
      { package: 'a.org/x/y/cmd', module: 'a.org/x/y', version: 'v2.0.0', go: '1.24' },
    ],
    [
      'line ends of Windows',
      'go 1.24\r\ntool a.org/x\r\nrequire a.org/x v1.0.0\r\n',
      { package: 'a.org/x', module: 'a.org/x', version: 'v1.0.0', go: '1.24' },
    ],
  ])('reads %s', (_, text, facts) => {
    expect(parseGoModule(text)).toEqual(facts)
  })

  it.each([
    ['no tool', 'go 1.24\nrequire a.org/x v1.0.0\n', 'one tool directive is needed, found 0'],
    ['two tools', 'go 1.24\ntool a.org/x\ntool a.org/y\n', 'one tool directive is needed, found 2'],
    ['no module of the tool', 'go 1.24\ntool a.org/x\nrequire a.org/xy v1.0.0\n', 'no required module holds'],
    ['no go line', 'tool a.org/x\nrequire a.org/x v1.0.0\n', 'no go line'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parseGoModule(text)).toThrow(message)
  })
})

describe('findModuleSum', () => {
  const goSum =
    'a.org/x v1.0.0 h1:content=\na.org/x v1.0.0/go.mod h1:manifest=\na.org/xy v1.0.1 h1:other=\na.org/z v1.0.0/go.mod h1:z=\n'

  it.each([
    ['a.org/x', 'v1.0.0', 'h1:content='],
    ['a.org/x', 'v1.0.1', undefined],
    ['a.org/z', 'v1.0.0', undefined],
  ])('finds the content of %s %s: %s', (module, version, sum) => {
    expect(findModuleSum(goSum, module, version)).toBe(sum)
  })
})

describe('isBuiltFrom', () => {
  const pin = { package: 'a.org/x/cmd/x', module: 'a.org/x', version: 'v1.0.0', sum: 'h1:content=' }
  const built = (path: string, mod: string): string => `/bin/x: go1.26.8\n\tpath\t${path}\n\tmod\t${mod}\n`

  it.each([
    ['the pinned module', built('a.org/x/cmd/x', 'a.org/x\tv1.0.0\th1:content='), true],
    ['another version', built('a.org/x/cmd/x', 'a.org/x\tv1.0.1\th1:content='), false],
    ['other content', built('a.org/x/cmd/x', 'a.org/x\tv1.0.0\th1:forged='), false],
    ['another command of the module', built('a.org/x/cmd/y', 'a.org/x\tv1.0.0\th1:content='), false],
    ['a checkout', built('a.org/x/cmd/x', 'a.org/x\t(devel)\t'), false],
    ['no Go at all', '', false],
  ])('judges a binary of %s', (_, buildInfo, expected) => {
    expect(isBuiltFrom(buildInfo, pin)).toBe(expected)
  })
})
