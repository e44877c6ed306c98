import { execFile } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execCommands } from '../../src/adapters/exec-commands.ts'
import { caseCount, seed } from '../support/case-count.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
afterAll(folder.remove)
const commands = execCommands()
const NODE = process.execPath
const none = (): Record<string, string> => ({})

/** An executable file. */
function program(name: string, content: string, mode = 0o755): string {
  const path = folder.write(name, content)
  chmodSync(path, mode)
  return path
}

/** Says in JSON what it was given. */
const teller = folder.write(
  'teller.mjs',
  'process.stdout.write(JSON.stringify({ argv: process.argv.slice(2), env: process.env }))',
)

async function told(
  args: readonly string[],
  environment: Parameters<typeof commands.run>[2] = none,
): Promise<{ argv: readonly string[]; env: Readonly<Record<string, string>> }> {
  const ended = await commands.run(NODE, [teller, ...args], environment)
  expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
  return JSON.parse(ended?.stdout ?? '') as Awaited<ReturnType<typeof told>>
}

describe('a program', () => {
  it.each([0, 1, 2, 127, 255])('ends with its exit code %d, which is no error', async (code) => {
    const script = `console.log('out'); console.error('err'); process.exitCode = ${code}`
    expect(await commands.run(NODE, ['-e', script], none)).toEqual({
      exitCode: code,
      stdout: 'out\n',
      stderr: 'err\n',
    })
  })

  it('is heard to its end, letters of several bytes too', async () => {
    const script = `for (const stream of [process.stdout, process.stderr]) stream.write('本–ü'.repeat(200_000))`
    const ended = await commands.run(NODE, ['-e', script], none)
    const text = '本–ü'.repeat(200_000)
    expect([ended?.stdout === text, ended?.stderr === text]).toEqual([true, true])
  })

  it.each(['SIGKILL', 'SIGTERM', 'SIGSEGV'])('that is killed by %s did not succeed', async (signal) => {
    const script = `process.stdout.write('begun', () => process.kill(process.pid, '${signal}')); setInterval(() => {}, 1000)`
    expect(await commands.run(NODE, ['-e', script], none)).toEqual({
      exitCode: -1,
      stdout: 'begun',
      stderr: '',
    })
  })

  it('that asks is answered with nothing, and does not wait for ever', async () => {
    const script = `process.stdin.resume().on('data', () => console.log('some')).on('end', () => console.log('none'))`
    expect(await commands.run(NODE, ['-e', script], none)).toMatchObject({ exitCode: 0, stdout: 'none\n' })
  })
})

describe('its arguments', () => {
  it.each([
    [[]],
    [['']],
    [['', 'x', '']],
    [['a b', ' a', 'a ', '  ']],
    [['"', '"a b"', "'", "it's", '`id`']],
    [['a\nb', '\n', '\ta\r\n']],
    [['\\', 'a\\', '\\"', 'C:\\a b\\']],
    [['$HOME', '$(id)', '*', '?', '~', '%PATH%', '&&', ';', '|', '>x']],
    [['--flag=', '--', '-']],
    [['本', '\u{1f512}', '\u00a0']],
  ])('arrive as they are: %j', async (args) => {
    expect((await told(args)).argv).toEqual(args)
  })

  it(`arrive as they are, whatever they are (seed ${seed})`, async () => {
    // what an operating system can hand over
    const argument = fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom(' ', '"', "'", '\\', '\n', 'a') }),
      )
      .filter((text) => !text.includes('\0'))
    await fc.assert(
      fc.asyncProperty(fc.array(argument, { maxLength: 8 }), async (args) => {
        expect((await told(args)).argv).toEqual(args)
      }),
      { seed, numRuns: caseCount(10, 300) },
    )
  })
})

describe('its path', () => {
  it.each([
    'with space/a program',
    'two  spaces/ x',
    "with'quote",
    'with"quote',
    'with"two"/quotes " x',
    'dollar$HOME',
    'a;b',
    'ü本',
  ])('can be %j', async (name) => {
    const path = program(name, '#!/bin/sh\nprintf "%s|" "$@"\n')
    expect(await commands.run(path, ['a b', ''], none)).toEqual({ exitCode: 0, stdout: 'a b||', stderr: '' })
  })

  it.each([
    ['is not there', () => folder.at('nothing')],
    ['is not there, nor its folder', () => folder.at('no folder/nothing')],
    ['is not executable', () => program('text', '#!/bin/sh\necho ran\n', 0o644)],
    ['is a folder', () => folder.path],
    ['goes through a file', () => `${program('file', '#!/bin/sh\n')}/cosign`],
    ['is empty', () => ''],
    ['names an interpreter that is not there', () => program('orphan', '#!/no/such/interpreter\n')],
  ])('gives nothing, and says nothing, where it %s', async (_, path) => {
    expect(await commands.run(path(), ['x'], none)).toBeUndefined()
  })
})

it.each([
  ['an argument that is too long', ['x'.repeat(200_000)], {}],
  ['a zero byte in an argument', ['a\0b'], {}],
  ['a zero byte in its environment', [], { A: 'a\0b' }],
  ['a zero byte in the name of a variable', [], { 'A\0B': 'x' }],
])('a program is not started with %s', async (_, args, environment) => {
  expect(await commands.run(NODE, [teller, ...args], () => environment)).toBeUndefined()
})

describe('its environment', () => {
  it('is what is made of our own, and no more', async () => {
    const inherited: unknown[] = []
    const { env } = await told([], (own) => {
      inherited.push({ ...own })
      return { ONE: 'a b\n"c"', EMPTY: '', PATH: own['PATH'] ?? '' }
    })
    expect(inherited).toEqual([{ ...process.env }])
    expect(env).toEqual({ ONE: 'a b\n"c"', EMPTY: '', PATH: process.env['PATH'] })
  })

  it('can be empty', async () => {
    expect((await told([], none)).env).toEqual({})
  })
})

describe('what a program prints', () => {
  it('is not shown, nor is that it was run', async () => {
    const step = fileURLToPath(new URL('./commands-step.ts', import.meta.url))
    const noisy = program('noisy', '#!/bin/sh\necho "::error::out"\necho "##[error]err" >&2\nexit 3\n')
    const env = { PATH: process.env['PATH'], RUNNER_DEBUG: '1', PROGRAM: noisy }
    const shown = await new Promise((resolve) => {
      execFile(NODE, ['--import', 'tsx', step], { env }, (error, stdout, stderr) => {
        resolve({ code: error?.code, stdout, stderr })
      })
    })
    // the exit code tells that it ran
    expect(shown).toEqual({ code: 3, stdout: '', stderr: '' })
  })
})
