import { readFileSync, readdirSync } from 'node:fs'
import { afterAll, describe, expect, it } from '@jest/globals'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { cruise, ROOT } from './cruise.ts'

/** The folders of `npm run check:architecture`. */
function checkedFolders(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
    scripts: Record<string, string>
  }
  return /err-long (.*)$/.exec(scripts['check:architecture'] ?? '')?.[1]?.split(' ') ?? []
}

describe('the repository', () => {
  const cruising = cruise(ROOT, checkedFolders())

  it('keeps the dependency rule', async () => {
    expect((await cruising).violations).toEqual([])
  })

  it('is looked at as a whole', async () => {
    const { sources } = await cruising
    const files = ['actions', 'src'].flatMap((folder) =>
      readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts'))
        .map((path) => `${folder}/${path}`),
    )
    expect(files.length).toBeGreaterThan(30)
    expect(files.filter((path) => !sources.includes(path))).toEqual([])
  })
})

/** A tree in which every import is allowed. */
const CLEAN: Readonly<Record<string, readonly string[]>> = {
  'actions/one/index.ts': ['./main.ts'],
  'actions/one/main.ts': ['./verb.ts', '../../src/adapters/disk.ts', '../../src/kit/execute.ts'],
  'actions/one/verb.ts': ['./report.ts', '../../src/ports/files.ts', '../../src/domain/coverage/rule.ts'],
  'actions/one/report.ts': ['../../src/kit/markdown.ts'],
  'actions/two/main.ts': ['../../src/kit/execute.ts'],
  'src/kit/execute.ts': [
    './markdown.ts',
    '../ports/files.ts',
    '../domain/shared/fault.ts',
    '../domain/evidence/evidence.ts',
  ],
  'src/kit/markdown.ts': [],
  'src/ports/files.ts': ['../domain/shared/fault.ts'],
  'src/domain/shared/fault.ts': [],
  'src/domain/evidence/evidence.ts': ['../shared/fault.ts'],
  'src/domain/coverage/rule.ts': ['picomatch'],
  'src/adapters/disk.ts': ['node:fs', 'left-pad', '../ports/files.ts', '../domain/shared/fault.ts'],
  'src/adapters/other.ts': ['./one.ts'],
  'src/adapters/runner.ts': ['../../node_modules/@actions/core/lib/command.js'],
  'sandbox/world.ts': ['node:fs', '../src/kit/execute.ts'],
  'scripts/build.ts': ['../actions/one/main.ts'],
  'bench/ratio.ts': [],
  '__tests__/support/fake.ts': ['../../src/ports/files.ts', 'left-pad'],
}

/** One more import each, and the rules that it breaks. */
const PLANTED: readonly (readonly [
  file: string,
  imported: string,
  path: string,
  rules: readonly string[],
])[] = [
  ['src/domain/coverage/clock.ts', 'node:fs', 'fs', ['domain-is-pure']],
  ['src/domain/coverage/npm.ts', 'left-pad', 'node_modules/left-pad/index.js', ['domain-is-pure']],
  ['src/domain/coverage/port.ts', '../../ports/files.ts', 'src/ports/files.ts', ['domain-is-pure']],
  [
    'src/ports/npm.ts',
    'left-pad',
    'node_modules/left-pad/index.js',
    ['ports-are-types', 'only-adapters-touch-npm'],
  ],
  ['src/ports/node.ts', 'node:fs', 'fs', ['ports-are-types', 'only-adapters-touch-npm']],
  ['src/ports/kit.ts', '../kit/execute.ts', 'src/kit/execute.ts', ['ports-are-types']],
  ['src/kit/disk.ts', '../adapters/disk.ts', 'src/adapters/disk.ts', ['kit-is-the-shell']],
  ['src/kit/coverage.ts', '../domain/coverage/rule.ts', 'src/domain/coverage/rule.ts', ['kit-is-the-shell']],
  [
    'src/kit/npm.ts',
    'left-pad',
    'node_modules/left-pad/index.js',
    ['kit-is-the-shell', 'only-adapters-touch-npm'],
  ],
  ['src/adapters/kit.ts', '../kit/markdown.ts', 'src/kit/markdown.ts', ['adapters-know-no-action']],
  ['src/adapters/action.ts', '../../actions/one/verb.ts', 'actions/one/verb.ts', ['adapters-know-no-action']],
  ['actions/two/other.ts', '../one/report.ts', 'actions/one/report.ts', ['actions-are-islands']],
  [
    'actions/two/report.ts',
    '../../src/adapters/disk.ts',
    'src/adapters/disk.ts',
    ['only-main-builds-adapters'],
  ],
  ['actions/two/domain/main.ts', 'node:fs', 'fs', ['only-adapters-touch-npm', 'only-main-builds-adapters']],
  [
    'actions/two/verb.ts',
    'left-pad',
    'node_modules/left-pad/index.js',
    ['only-main-builds-adapters', 'only-adapters-touch-npm'],
  ],
  [
    'actions/two/nothing.ts',
    'not-installed',
    'not-installed',
    ['only-main-builds-adapters', 'only-adapters-touch-npm'],
  ],
  ...['sandbox/world.ts', 'scripts/build.ts', 'bench/ratio.ts', '__tests__/support/fake.ts'].map(
    (path, index) =>
      [`src/adapters/ships-${index}.ts`, `../../${path}`, path, ['shipped-code-is-self-contained']] as const,
  ),
  [
    'src/adapters/toolkit.ts',
    '@actions/core',
    'node_modules/@actions/core/lib/core.js',
    ['toolkit-by-its-protocol'],
  ],
  ['src/adapters/one.ts', './other.ts', 'src/adapters/other.ts', ['no-circular']],
]

describe('a tree with planted violations', () => {
  const folder = temporaryFolder()
  afterAll(folder.remove)

  const imports = (paths: readonly string[]): string =>
    paths.map((path) => `import type {} from '${path}'\n`).join('')
  for (const name of ['left-pad', 'picomatch']) {
    folder.write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0' }))
    folder.write(`node_modules/${name}/index.js`, '')
  }
  const toolkit = { name: '@actions/core', version: '1.0.0', exports: './lib/core.js' }
  folder.write('node_modules/@actions/core/package.json', JSON.stringify(toolkit))
  for (const name of ['core', 'command']) folder.write(`node_modules/@actions/core/lib/${name}.js`, '')
  folder.write(
    'package.json',
    JSON.stringify({
      type: 'module',
      dependencies: { 'left-pad': '*', picomatch: '*', '@actions/core': '*' },
    }),
  )
  folder.write('tsconfig.json', readFileSync(`${ROOT}tsconfig.json`, 'utf8'))
  for (const [path, imported] of Object.entries(CLEAN)) folder.write(path, imports(imported))
  for (const [path, imported] of PLANTED) folder.write(path, imports([imported]))
  const cruising = cruise(folder.path, checkedFolders())

  it('is found out, each by its own rules, and nothing else in it is', async () => {
    const expected = PLANTED.flatMap(([from, , to, rules]) => rules.map((rule) => `${rule}: ${from} → ${to}`))
    expect((await cruising).violations).toEqual(expected.sort())
  })

  it('breaks every rule that there is', async () => {
    const broken = new Set(PLANTED.flatMap(([, , , rules]) => rules))
    expect([...broken].sort()).toEqual((await cruising).rules)
  })
})
