import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from '@jest/globals'
import { privateFolders } from '../../src/adapters/private-folders.ts'
import { Fault } from '../../src/domain/shared/fault.ts'
import type { PrivateFolder } from '../../src/ports/private-folder.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
const temp = folder.at('temp')
const folders = privateFolders(temp)

afterAll(folder.remove)

/** The last three digits of `ls -l`, as it were. */
function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8)
}

function listeners(): readonly number[] {
  return (['SIGINT', 'SIGTERM'] as const).map((signal) => process.listenerCount(signal))
}

describe('a private folder', () => {
  it.each(['000', '022', '077'])('lets nobody else in, nor do its files, with the umask %s', async (mask) => {
    const before = process.umask(Number.parseInt(mask, 8))
    try {
      await folders.within(async (own) => {
        const file = await own.write('token', 'a secret – ü')
        expect([dirname(own.path), dirname(file), basename(file)]).toEqual([temp, own.path, 'token'])
        expect([modeOf(own.path), modeOf(file)]).toEqual(['700', '600'])
        expect(readFileSync(file, 'utf8')).toBe('a secret – ü')
      })
    } finally {
      process.umask(before)
    }
  })

  it('is gone with all that is in it when the act is over, whose result is given', async () => {
    const result = await folders.within(async (own) => {
      await own.write('token', 'secret')
      return own.path
    })
    expect(existsSync(result)).toBe(false)
    expect(readdirSync(temp)).toEqual([])
  })

  it('is gone when the act fails, whose error is thrown', async () => {
    const error = new TypeError('x')
    await expect(
      folders.within(async (own) => {
        await own.write('token', 'secret')
        throw error
      }),
    ).rejects.toBe(error)
    await expect(
      folders.within(() => {
        throw error
      }),
    ).rejects.toBe(error)
    expect(readdirSync(temp)).toEqual([])
  })

  it('may be gone already', async () => {
    await folders.within(async ({ path }) => {
      const { rm } = await import('node:fs/promises')
      await rm(path, { recursive: true })
    })
  })

  it('is another one each time', async () => {
    await folders.within(async (one) => {
      await folders.within(async (other) => {
        expect(other.path).not.toBe(one.path)
        expect(await one.write('x', '1')).not.toBe(await other.write('x', '2'))
      })
      expect(readdirSync(one.path)).toEqual(['x'])
    })
  })

  it('listens for the end of the job as long as it is there', async () => {
    const before = listeners()
    await folders.within(() => {
      expect(listeners()).toEqual(before.map((count) => count + 1))
      return Promise.resolve()
    })
    expect(listeners()).toEqual(before)
    await folders.within(() => Promise.reject(new Error('x'))).catch(() => undefined)
    expect(listeners()).toEqual(before)
  })

  it('makes the folder for files of this job', async () => {
    const deep = folder.at('not/there/yet')
    await privateFolders(deep).within(({ path }) => {
      expect(dirname(path)).toBe(deep)
      return Promise.resolve()
    })
    expect(readdirSync(deep)).toEqual([])
  })
})

/** The fault that an act in a private folder ends with. */
async function faultOf(temp: string, act: (folder: PrivateFolder) => Promise<unknown>): Promise<Fault> {
  const error: unknown = await privateFolders(temp)
    .within(act)
    .catch((thrown: unknown) => thrown)
  if (error instanceof Fault) return error
  throw new Error(`there was no fault, but ${String(error)}`)
}

describe('a private folder that cannot be had', () => {
  it('is a fault that names the folder around it, and leaves no listener', async () => {
    const before = listeners()
    folder.write('file', '')
    const fault = await faultOf(folder.at('file/temp'), () => Promise.resolve())
    expect(fault).toMatchObject({
      code: 'file-unwritable',
      class: 'infrastructure',
      subject: folder.at('file/temp'),
    })
    expect(fault.detail).toContain('ENOTDIR')
    expect(fault).toHaveProperty('cause.code', 'ENOTDIR')
    expect(listeners()).toEqual(before)
  })

  it('is one for a file in it, which is named, and the folder is gone', async () => {
    const written: string[] = []
    const fault = await faultOf(temp, async (own) => {
      written.push(`${own.path}/no/folder`)
      await own.write('no/folder', 'secret')
    })
    expect(fault).toMatchObject({ code: 'file-unwritable', subject: written[0] })
    expect(fault.message).not.toContain('secret')
    expect(readdirSync(temp)).toEqual([])
  })

  it('does not throw before it has given a promise', async () => {
    await folders.within(async (own) => {
      const refused = own.write('no/folder', 'secret')
      await expect(refused).rejects.toBeInstanceOf(Fault)
    })
  })
})

describe('a job that is cancelled', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s leaves no private folder, and ends by it',
    async (signal) => {
      const own = folder.at(`cancelled-${signal}`)
      const step = fileURLToPath(new URL('./folders-step.ts', import.meta.url))
      const child = spawn(process.execPath, ['--import', 'tsx', step], {
        env: { PATH: process.env['PATH'], RUNNER_TEMP: own },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'close')
      const paths: string[] = []
      for await (const line of createInterface({ input: child.stdout })) {
        paths.push(line)
        if (paths.length < 2) continue
        expect(paths.map((path) => readdirSync(path))).toEqual([['token'], ['token']])
        child.kill(signal)
      }
      expect(await ended).toEqual([null, signal])
      expect(paths).toHaveLength(2)
      expect(readdirSync(own)).toEqual([])
    },
  )
})
