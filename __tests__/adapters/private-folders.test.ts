import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { privateFolders } from '../../src/adapters/private-folders.ts'
import { Fault } from '../../src/domain/shared/fault.ts'
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts'

let temp: TemporaryFolder

beforeEach(() => {
  temp = temporaryFolder()
})

afterEach(() => {
  temp.remove()
})

function mode(path: string): string {
  return (statSync(path).mode & 0o777).toString(8)
}

describe('a private folder', () => {
  it('lets only its owner in, and so do its files', async () => {
    const seen = await privateFolders(temp.at('not/there/yet')).within(async ({ path, write }) => {
      const file = await write('token', 'secret')
      return { path, file, modes: [mode(path), mode(file)], text: readFileSync(file, 'utf8') }
    })

    expect(seen.modes).toEqual(['700', '600'])
    expect(seen.text).toBe('secret')
    expect(dirname(seen.file)).toBe(seen.path)
    expect(existsSync(seen.path)).toBe(false)
  })

  it('is gone when the act throws', async () => {
    const act = privateFolders(temp.path).within(async ({ write }) => {
      await write('token', 'secret')
      throw new Error('no')
    })

    await expect(act).rejects.toThrow('no')
    expect(readdirSync(temp.path)).toEqual([])
  })

  it('leaves nobody waiting for signals', async () => {
    const count = (): number => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')
    const before = count()

    const during = await privateFolders(temp.path).within(() => Promise.resolve(count()))

    expect([during - before, count() - before]).toEqual([2, 0])
  })

  it('that cannot be made is a fault', async () => {
    temp.write('file', '')

    const made = privateFolders(temp.at('file/below')).within(() => Promise.resolve())

    await expect(made).rejects.toMatchObject({ constructor: Fault, code: 'file-unwritable' })
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('is gone when the job is cancelled by %s', async (signal) => {
    const adapter = pathToFileURL(`${import.meta.dirname}/../../src/adapters/private-folders.ts`).href
    const program = `
      const { privateFolders } = await import(${JSON.stringify(adapter)})
      await privateFolders(${JSON.stringify(temp.path)}).within(async ({ write }) => {
        console.log(await write('token', 'secret'))
        await new Promise((resolve) => setTimeout(resolve, 60_000))
      })`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [printed] = (await once(child.stdout, 'data')) as [Buffer]
    const file = printed.toString().trim()
    expect(readFileSync(file, 'utf8')).toBe('secret')

    child.kill(signal)
    const [, endedBy] = (await once(child, 'close')) as [number | null, string | null]

    expect(endedBy).toBe(signal)
    expect(readdirSync(temp.path)).toEqual([])
  })
})
