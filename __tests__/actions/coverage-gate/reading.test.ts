import { describe, expect, it } from '@jest/globals'
import { fixture } from '../../domain/coverage/profiles.ts'
import { lines, project, runGate, type Contents, type GateRun } from './machine.ts'

/** `covered/total` of what is read with these inputs. */
async function total(files: Contents, inputs: Readonly<Record<string, string>> = {}): Promise<string> {
  const { outputs } = await runGate({ files, inputs: { risk: 'read-only', ...inputs } })
  return outputs['total'] === undefined
    ? (outputs['reason'] ?? '')
    : `${outputs['covered'] ?? ''}/${outputs['total']}`
}

const block = (name: string, statements: number, count = 1): string =>
  `mode: set\nm/${name}.go:1.1,40.9 ${statements} ${count}\n`

describe('profiles', () => {
  const files = {
    'unit.out': block('a', 1),
    'reports/x.out': block('b', 2),
    'reports/deep/y.out': block('c', 4),
    'reports/[odd].out': block('d', 8),
    '/elsewhere/z.out': block('e', 16),
    'vendor/v.out': block('f', 32),
  }

  it.each([
    ['unit.out', '1/1'],
    ['./unit.out', '1/1'],
    ['././unit.out', '1/1'],
    ['*.out', '1/1'],
    ['reports/*.out', '10/10'],
    ['reports/**/*.out', '14/14'],
    ['**/*.out', '15/15'],
    ['{unit,none}.out', '1/1'],
    ['reports/[odd].out', '8/8'],
    ['reports/[x].out', '2/2'],
    ['reports/?.out', '2/2'],
    ['/elsewhere/z.out', '16/16'],
    ['/elsewhere/*.out', '16/16'],
    ['unit.out\nreports/x.out', '3/3'],
    ['unit.out\n*.out\n./unit.out', '1/1'],
    ['  unit.out  \n\n\treports/x.out\n', '3/3'],
    ['vendor/v.out', '32/32'],
  ])('of %j', async (profile, expected) => {
    expect(await total(files, { profile })).toBe(expected)
  })

  it('lie relative to the working directory', async () => {
    expect(await total(files, { profile: 'x.out\n../unit.out', 'working-directory': 'reports' })).toBe('3/3')
    expect(await total(files, { profile: 'y.out', 'working-directory': 'reports/deep' })).toBe('4/4')
    expect(await total(files, { profile: '*/*.out', 'working-directory': './reports' })).toBe('4/4')
    expect(await total(files, { profile: '/elsewhere/z.out', 'working-directory': 'reports' })).toBe('16/16')
  })

  it('are merged, in one format', async () => {
    const twice = { ...files, 'more.out': block('a', 1, 0) }
    expect(await total(twice, { profile: 'more.out\nunit.out' })).toBe('1/1')
    const tracefiles = {
      'a.info': fixture('lcov/gcc-plain.info'),
      'b.info': fixture('lcov/gcc-checksum.info'),
    }
    expect(await total(tracefiles, { profile: '*.info' })).toBe('9/11')
  })

  it.each([
    ['\ufeffmode: set\nm/a.go:1.1,1.9 3 1\n', '3/3'],
    ['\ufeffTN:\nSF:a.js\nDA:1,1\nend_of_record\n', '1/1'],
    ['SF:a.js\nDA:1,1\nend_of_record\n', '1/1'],
    ['# made by hand\nSF:a.js\nDA:1,1\nend_of_record\n', '1/1'],
    ['\n\nTN:\nSF:a.js\nDA:1,1\nend_of_record\n', '1/1'],
  ])('are told apart by their first line: %j', async (profile, expected) => {
    expect(await total({ 'coverage.out': profile })).toBe(expected)
  })

  it('are of the format that is asked for', async () => {
    expect(
      await total({ 'coverage.out': 'VER:2\nSF:a.js\nDA:1,1\nend_of_record\n' }, { format: 'lcov' }),
    ).toBe('1/1')
    expect(await total({ 'coverage.out': block('a', 3) }, { format: 'go' })).toBe('3/3')
  })
})

const STALE_CHECKED = { name: 'stale lines', result: 'passed', detail: '1 of 1 files have source' }

describe('sources', () => {
  const run = (files: Contents, inputs: Readonly<Record<string, string>> = {}): Promise<GateRun> =>
    runGate({ files, inputs: { risk: 'read-only', ...inputs } })
  const pathsOf = ({ report }: GateRun): readonly string[] =>
    (report as { files: { path: string }[] }).files.map(({ path }) => path)
  const unmeasuredOf = ({ report }: GateRun): readonly string[] =>
    (report as { unmeasured: string[] }).unmeasured

  it('are found by the longest module path', async () => {
    const files = {
      ...project('module-mapping/root.go1.26.8.out'),
      'nested.out': fixture('module-mapping/nested.go1.26.8.out'),
    }
    const result = await run(files, { profile: 'coverage.out\nnested.out' })
    expect(pathsOf(result)).toEqual(['cart/cart.go', 'services/worker/cart/cart.go'])
    expect(result.report).toMatchObject({ modules: [{ folder: '.' }, { folder: 'services/worker' }] })
  })

  it('are found below the module of a folder above the working directory', async () => {
    const files = {
      'services/worker/coverage.out': fixture('module-mapping/root.go1.26.8.out'),
      'go.mod': fixture('module-mapping/src/go.mod'),
      'cart/cart.go': fixture('module-mapping/src/cart/cart.go'),
    }
    for (const folder of ['services/worker', 'services/worker/']) {
      expect(pathsOf(await run(files, { 'working-directory': folder }))).toEqual(['cart/cart.go'])
    }
    const between = { ...files, 'services/go.mod': 'module other\n' }
    expect(pathsOf(await run(between, { 'working-directory': 'services/worker' }))).toEqual(['cart/cart.go'])
  })

  it('are found below the module of any folder above the working directory', async () => {
    const moved = Object.fromEntries(Object.entries(lines('+')).map(([name, text]) => [`w/x/${name}`, text]))
    const files = { ...moved, 'w/x/y/z/coverage.out': moved['w/x/coverage.out'] ?? '' }
    expect(pathsOf(await run(files, { 'working-directory': 'w/x/y/z' }))).toEqual(['w/x/a.go'])
  })

  it('of a module belong to it, however short the name of its folder', async () => {
    const source = 'package m\n\nfunc f() {}\n'
    const inner = Object.fromEntries(
      Object.entries(lines('+')).map(([name, content]) => [`a/${name}`, content]),
    )
    const files = { ...inner, 'go.mod': 'module root\n', 'new.go': source, 'a/new.go': source }
    const result = await run(files, { 'working-directory': 'a' })
    expect(unmeasuredOf(result)).toEqual(['a/new.go'])
    expect(result.report).toMatchObject({ modules: [{ path: 'm', folder: 'a' }] })
  })

  it('outside of a module are found by their absolute path in the workspace', async () => {
    const profile = fixture('module-mapping/loose.go1.26.8.out')
    const source = fixture('module-mapping/loose/loose.go')
    const inside = {
      'coverage.out': profile.replaceAll('/build/', '/workspace/'),
      'module-mapping/loose/loose.go': source,
    }
    expect(pathsOf(await run(inside))).toEqual(['module-mapping/loose/loose.go'])
    const outside = { 'coverage.out': profile, '/build/module-mapping/loose/loose.go': source }
    expect(pathsOf(await run(outside))).toEqual(['/build/module-mapping/loose/loose.go'])
    expect((await run(outside)).report).toMatchObject({
      checks: [{}, {}, { result: 'passed' }, {}],
    })
    const elsewhere = await run({ ...outside, 'app/coverage.out': profile }, { 'working-directory': 'app' })
    expect(elsewhere.report).toMatchObject({ checks: expect.arrayContaining([STALE_CHECKED]) as unknown })
  })

  it('of a module that two go.mod files declare are those of the one around the working directory', async () => {
    const files = { ...project('patch/go1.26.8.out', 'one/'), ...project('patch/go1.26.8.out', 'two/') }
    expect(pathsOf(await run(files, { 'working-directory': 'two' }))).toEqual(['two/order.go'])
    const nested = { ...project('patch/go1.26.8.out'), ...project('patch/go1.26.8.out', 'copy/') }
    const outer = await run(nested)
    expect(pathsOf(outer)).toEqual(['order.go'])
    // the copy is another module, and not a part of this one that nobody measured
    expect(outer.report).toMatchObject({ unmeasured: [] })
  })

  it('of LCOV count once, however its tracefiles spell their names', async () => {
    const spellings = ['src/a.ts', './src/a.ts', 'src\\a.ts', '/workspace/web/src/a.ts', '../web/src/a.ts']
    const tracefiles = spellings.map((name, index) => [
      `web/${index}.info`,
      `SF:${name}\nDA:1,${index}\nDA:2,0\nend_of_record\n`,
    ])
    const files = { ...(Object.fromEntries(tracefiles) as Record<string, string>), 'web/src/a.ts': 'x\ny\n' }
    const { outputs, report } = await runGate({
      files,
      inputs: { risk: 'read-only', profile: '*.info', 'working-directory': 'web' },
    })
    expect(outputs).toMatchObject({ covered: '1', total: '2' })
    expect(report).toMatchObject({
      files: [{ name: 'src/a.ts', path: 'web/src/a.ts', covered: 1, total: 2 }],
    })
  })

  it('of LCOV are found from the working directory', async () => {
    const files = {
      'web/coverage.out': fixture('lcov/jest-v8.info'),
      'web/basket.js': fixture('lcov/src/js/basket.js'),
    }
    expect(pathsOf(await run(files, { 'working-directory': 'web' }))).toEqual([
      'web/basket.js',
      'unloaded.js',
      'text/label.js',
    ])
    const named = {
      'coverage.out': 'SF:web/a.js\nDA:1,1\nend_of_record\n',
      'web/a.js': 'x\n',
      'go.mod': 'module web\n',
    }
    expect(pathsOf(await run(named))).toEqual(['web/a.js'])
    const moved = Object.fromEntries(Object.entries(named).map(([name, text]) => [`app/${name}`, text]))
    const below = await run({ ...moved, 'go.mod': 'module web\n' }, { 'working-directory': 'app' })
    expect(pathsOf(below)).toEqual(['app/web/a.js'])
    const dotted = { 'coverage.out': 'SF:./a.js\nDA:1,1\nend_of_record\n', 'a.js': 'x\n' }
    expect(pathsOf(await run(dotted))).toEqual(['a.js'])
  })

  it('that are missing are an error where there is a go.mod and more than half of them are', async () => {
    const one = lines('+')
    const half = { ...one, 'coverage.out': `${one['coverage.out'] ?? ''}m/gone.go:1.1,1.9 1 1\n` }
    expect((await run(half)).outputs).toMatchObject({ outcome: 'report', total: '2' })
    const most = { ...one, 'coverage.out': `${half['coverage.out']}m/gone2.go:1.1,1.9 1 1\n` }
    expect((await run(most)).outputs['reason']).toContain(
      'orders: m/gone.go: 2 of 3 files are not in the checkout; it has m in .. Set `working-directory`',
    )
    expect((await run({ ...most, 'go.mod': '// no module\n' })).outputs).toMatchObject({
      outcome: 'report',
      total: '3',
    })
    const without = { 'coverage.out': most['coverage.out'] }
    expect((await run(without)).outputs).toMatchObject({ outcome: 'report', total: '3' })
  })

  it('that are not Go are not among them', async () => {
    const run127 = await run(project('line-directives-inside/go1.27.3.out'))
    expect(run127.outputs).toMatchObject({ outcome: 'report', covered: '7', total: '11' })
  })

  it('that no profile mentions are listed: with functions, of measured modules, and no tests', async () => {
    const source = 'package m\n\nfunc f() {}\n'
    const files = {
      ...lines('+'),
      'b.go': source,
      'b_test.go': source,
      'types.go': 'package m\n\ntype T struct{ f func() }\n',
      'sub/c.go': source,
      'vendor/v.go': source,
      'sub/testdata/t.go': source,
      '.hidden/h.go': source,
      '_old/o.go': source,
      'other/go.mod': 'module o\n',
      'other/o.go': source,
      'gen.go': `// Code generated by x. DO NOT EDIT.\n${source}`,
      'mock.go': source,
    }
    expect(unmeasuredOf(await run(files, { exclude: 'mock.go' }))).toEqual(['b.go', 'sub/c.go'])
    expect(unmeasuredOf(await run(files, { 'exclude-generated': 'false' }))).toEqual([
      'b.go',
      'gen.go',
      'mock.go',
      'sub/c.go',
    ])
  })

  it('of a nested module that is measured are listed by their own module', async () => {
    const files = {
      ...project('module-mapping/nested.go1.26.8.out'),
      'services/worker/new.go': 'package w\n\nfunc f() {}\n',
      'new.go': 'package s\n\nfunc f() {}\n',
    }
    const both = { ...files, 'root.out': fixture('module-mapping/root.go1.26.8.out') }
    expect(unmeasuredOf(await run(files))).toEqual(['services/worker/new.go'])
    expect(unmeasuredOf(await run(both, { profile: 'coverage.out\nroot.out' }))).toEqual([
      'new.go',
      'services/worker/new.go',
    ])
  })
})
