import { chmodSync } from 'node:fs'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { execCommands } from '../../src/adapters/exec-commands.ts'
import type { Ended } from '../../src/ports/commands.ts'
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts'

let folder: TemporaryFolder

beforeEach(() => {
  folder = temporaryFolder()
})

afterEach(() => {
  folder.remove()
})

function script(name: string, text: string, mode = 0o755): string {
  const path = folder.write(name, `#!/bin/sh\n${text}\n`)
  chmodSync(path, mode)
  return path
}

function run(
  path: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Ended | undefined> {
  return execCommands().run(path, args, () => env)
}

describe('a program', () => {
  it('gives what it printed, and its exit code', async () => {
    expect(await run(script('both', 'echo out; echo err >&2; exit 3'))).toEqual({
      exitCode: 3,
      stdout: 'out\n',
      stderr: 'err\n',
    })
  })

  it('gets its arguments as they are, from a path with spaces too', async () => {
    const args = ['a b', '', '"quoted"', "'x'", '$HOME', '*', 'one\ntwo', '--flag=a b', '\\']
    const path = script(
      'with space',
      `exec '${process.execPath}' -e 'console.log(JSON.stringify(process.argv.slice(1)))' -- "$@"`,
    )

    expect(JSON.parse((await run(path, args))?.stdout ?? '')).toEqual(args)
  })

  it('has the environment that is made for it, and no other', async () => {
    const seen: unknown[] = []
    process.env['EXEC_COMMANDS_TEST'] = 'inherited'
    const path = script('env', '/usr/bin/env')

    const ended = await execCommands().run(path, [], (inherited) => {
      seen.push(inherited['EXEC_COMMANDS_TEST'])
      return { ONLY: 'this' }
    })
    delete process.env['EXEC_COMMANDS_TEST']

    const variables = (ended?.stdout ?? '')
      .trim()
      .split('\n')
      .filter((line) => !/^(?:PWD|SHLVL|_|OLDPWD)=/.test(line))
    expect(seen).toEqual(['inherited'])
    expect(variables).toEqual(['ONLY=this'])
  })

  it('that was killed has not succeeded', async () => {
    expect(await run(script('killed', 'kill -9 $$'))).toMatchObject({ exitCode: -1 })
  })

  it.each(['/nowhere/program', ''])('that is not at %j cannot be started', async (path) => {
    expect(await run(path)).toBeUndefined()
  })

  it('that may not be run cannot be started', async () => {
    expect(await run(script('plain', 'echo x', 0o644))).toBeUndefined()
  })
})
