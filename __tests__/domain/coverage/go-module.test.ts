import { describe, expect, it } from '@jest/globals'
import {
  joinPath,
  moduleOf,
  modulesSeenFrom,
  parseGoMod,
  pathInModules,
  type GoModule,
} from '../../../src/domain/coverage/go-module.ts'
import { packagesWorstFirst } from '../../../src/domain/coverage/packages.ts'
import { displayPath, sourceFile } from '../../../src/domain/coverage/measured-file.ts'
import { faultOf, fixture, measured, parseGo } from './profiles.ts'

describe('a go.mod', () => {
  it('names its module and its toolchain', () => {
    const text =
      '// the shop\nmodule example.com/shop // Deprecated: closed\n\ngo 1.26\n\ntoolchain go1.26.8\n\nrequire example.com/go v1.0.0\n'
    expect(parseGoMod('app', text)).toEqual({
      path: 'example.com/shop',
      folder: 'app',
      go: '1.26',
      toolchain: 'go1.26.8',
    })
  })

  it.each([
    ['module example.com/m\n', 'example.com/m'],
    ['module "example.com/m"\n', 'example.com/m'],
    ['module `example.com/m`\n', 'example.com/m'],
    ['\tmodule\texample.com/m\r\ngo 1.22\r\n', 'example.com/m'],
    ['module (\n\texample.com/m\n)\n', 'example.com/m'],
    ['module ( "example.com/m" )\n', 'example.com/m'],
    ['// module example.com/x\nmodule m\n', 'm'],
    ['module example.com/m', 'example.com/m'],
  ])('%j is of %s', (text, path) => {
    expect(parseGoMod('.', text)).toEqual({
      path,
      folder: '.',
      go: text.includes('go 1.22') ? '1.22' : undefined,
      toolchain: undefined,
    })
  })

  it.each(['', 'go 1.22\n', '// module x\n', 'modules x\n', 'module\n'])('%j names none', (text) => {
    expect(parseGoMod('.', text)).toBeUndefined()
  })

  it('of the fixtures', () => {
    expect(parseGoMod('services/worker', fixture('module-mapping/src/services/worker/go.mod'))).toEqual({
      path: 'example.com/shop/worker',
      folder: 'services/worker',
      go: '1.22',
      toolchain: undefined,
    })
  })
})

describe('the path of a file in the workspace', () => {
  const module = (path: string, folder: string): GoModule => ({
    path,
    folder,
    go: undefined,
    toolchain: undefined,
  })
  const modules = [
    module('example.com/shop', '.'),
    module('example.com/shop/worker', 'services/worker'),
    module('example.com/other', 'other'),
  ]

  it.each([
    ['example.com/shop/cart/cart.go', 'cart/cart.go'],
    ['example.com/shop/main.go', 'main.go'],
    ['example.com/shop/worker/cart/cart.go', 'services/worker/cart/cart.go'],
    ['example.com/shop/workers/a.go', 'workers/a.go'],
    ['example.com/other/a.go', 'other/a.go'],
    ['example.com/shopping/a.go', undefined],
    ['example.com/shop', undefined],
    ['example.org/a.go', undefined],
    ['/build/a.go', undefined],
  ])('of %s is %s', (name, path) => {
    expect(pathInModules(name, modules)).toBe(path)
    expect(pathInModules(name, modules.toReversed())).toBe(path)
  })

  it('is not known where two go.mod files declare the module', () => {
    const twice = [...modules, module('example.com/shop', 'copy')]
    expect(faultOf(() => pathInModules('example.com/shop/main.go', twice))).toMatchObject({
      code: 'module-ambiguous',
      message: expect.stringMatching(
        /^example\.com\/shop\/main\.go: its module example\.com\/shop is declared by go\.mod and by copy\/go\.mod\. Set/,
      ) as unknown,
    })
    expect(pathInModules('example.com/shop/worker/a.go', twice)).toBe('services/worker/a.go')
  })

  it('is none without modules', () => {
    expect(pathInModules('example.com/shop/a.go', [])).toBeUndefined()
  })

  it('is joined without a dot', () => {
    expect([joinPath('.', 'a.go'), joinPath('app', 'a.go')]).toEqual(['a.go', 'app/a.go'])
  })
})

describe('the modules of a checkout', () => {
  const [root, app, copy, tool] = [
    ['m', '.'],
    ['m', 'app'],
    ['m', 'app/copy'],
    ['t', 'app/tool'],
  ].map(([path = '', folder = '']): GoModule => ({ path, folder, go: undefined, toolchain: undefined }))
  const all = [copy, root, tool, app].filter((module) => module !== undefined)

  it.each([
    ['.', [root, tool]],
    ['lib', [root, tool]],
    ['app', [app, tool]],
    ['app/internal', [app, tool]],
    ['app/copy', [copy, tool]],
    ['app/copying', [app, tool]],
    ['app/tool', [copy, root, tool, app]],
  ])('that %s can mean are those that the one around it does not hide', (folder, expected) => {
    expect(new Set(modulesSeenFrom(folder, all))).toEqual(new Set(expected))
  })

  it('own the files below them', () => {
    expect(
      ['a.go', 'app/a.go', 'app/copy/x/a.go', 'app/copying/a.go'].map((path) => moduleOf(path, all)),
    ).toEqual([root, app, copy, app])
    expect(
      moduleOf(
        'a.go',
        [copy].filter((module) => module !== undefined),
      ),
    ).toBeUndefined()
  })
})

describe('packages', () => {
  it('are folders, the one with the most uncovered statements first', () => {
    const profile = parseGo(
      'mode: set\n' +
        'm/a/x.go:1.1,2.2 5 1\nm/a/y.go:1.1,2.2 2 0\n' +
        'm/b/x.go:1.1,2.2 3 0\n' +
        'm/c/x.go:1.1,2.2 90 1\n' +
        'm/a0/x.go:1.1,2.2 2 0\n' +
        'root.go:1.1,2.2 2 0\n',
    )
    expect(packagesWorstFirst(measured(profile))).toEqual([
      { name: 'm/b', files: 1, covered: 0, total: 3 },
      { name: '.', files: 1, covered: 0, total: 2 },
      { name: 'm/a', files: 2, covered: 5, total: 7 },
      { name: 'm/a0', files: 1, covered: 0, total: 2 },
      { name: 'm/c', files: 1, covered: 90, total: 90 },
    ])
    expect(packagesWorstFirst([])).toEqual([])
  })

  it('are the same in any order of the files', () => {
    const lines = ['m/b/x.go:1.1,2.2 1 0\n', 'm/a/x.go:1.1,2.2 1 0\n', 'm/c/x.go:1.1,2.2 1 0\n']
    const names = (all: readonly string[]): readonly string[] =>
      packagesWorstFirst(measured(parseGo(`mode: set\n${all.join('')}`))).map(({ name }) => name)
    expect(names(lines)).toEqual(['m/a', 'm/b', 'm/c'])
    expect(names(lines.toReversed())).toEqual(['m/a', 'm/b', 'm/c'])
  })
})

describe('a file is shown', () => {
  it('with its path in the workspace, else with its name in the profile', () => {
    const files = measured(parseGo('mode: set\nm/a.go:1.1,2.2 1 0\n'))
    expect(files.map(displayPath)).toEqual(['m/a.go'])
    expect(files.map((file) => displayPath({ ...file, source: sourceFile('app/a.go', '') }))).toEqual([
      'app/a.go',
    ])
  })
})
