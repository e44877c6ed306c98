import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, relative } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { toolCache } from '../../src/adapters/tool-cache.ts'
import type { FetchedExecutable } from '../../src/ports/executables.ts'
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts'

const CONTENT = '#!/bin/sh\necho signed\n'
const SHA256 = createHash('sha256').update(CONTENT).digest('hex')

/** An answer that breaks off. */
const BREAKS_OFF = 0

/** The answers of a server to the requests that come, 404 after them: a status, or a body. */
let answers: (number | string)[] = []
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  const answer = answers.shift() ?? 404
  if (answer === BREAKS_OFF) {
    response.writeHead(200, { 'content-length': 1000 }).write('half')
    setImmediate(() => response.destroy())
  } else if (typeof answer === 'number') response.writeHead(answer).end('no')
  else response.end(answer)
})

const VARIABLES = ['RUNNER_TEMP', 'RUNNER_TOOL_CACHE', 'PATH'] as const
const outside = VARIABLES.map((name) => [name, process.env[name]] as const)
let folder: TemporaryFolder
let url = ''

beforeEach(async () => {
  folder = temporaryFolder()
  process.env['RUNNER_TEMP'] = folder.at('temp')
  process.env['RUNNER_TOOL_CACHE'] = folder.at('cache')
  // the package takes its pauses from there
  Object.assign(globalThis, {
    TEST_DOWNLOAD_TOOL_RETRY_MIN_SECONDS: 0,
    TEST_DOWNLOAD_TOOL_RETRY_MAX_SECONDS: 0,
  })
  if (server.listening) return
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3.0.6/cosign-linux-amd64`
})

afterEach(() => {
  for (const [name, value] of outside) {
    if (value === undefined) Reflect.deleteProperty(process.env, name)
    else process.env[name] = value
  }
  folder.remove()
  answers = []
  asked.length = 0
})

afterAll(async () => {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
})

function release(changes: Partial<FetchedExecutable> = {}): FetchedExecutable {
  return { tool: 'cosign', version: 'v3.0.6', url, sha256: SHA256, ...changes }
}

/** Every file in a folder of this test, by its path. */
function filesIn(name: 'temp' | 'cache'): readonly string[] {
  if (!existsSync(folder.at(name))) return []
  const entries = readdirSync(folder.at(name), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder.at(name), `${entry.parentPath}/${entry.name}`))
}

async function fetched(): Promise<string> {
  answers = [CONTENT]
  const result = await toolCache().fetch(release())
  if ('path' in result) return result.path
  throw new Error(`received ${result.received}`)
}

describe('a fetched program', () => {
  it('is kept, whole and executable, and found again without a request', async () => {
    const path = await fetched()
    expect(readFileSync(path, 'utf8')).toBe(CONTENT)
    expect((statSync(path).mode & 0o777).toString(8)).toBe('755')
    expect(path.startsWith(`${folder.at('cache')}/cosign/3.0.6/`)).toBe(true)
    expect(filesIn('temp')).toEqual([])
    expect(asked).toEqual(['/v3.0.6/cosign-linux-amd64'])
    expect(await toolCache().kept(release())).toBe(path)
    expect(asked).toHaveLength(1)
  })

  it('takes the place of an altered one', async () => {
    const path = await fetched()
    appendFileSync(path, 'evil')
    expect(await fetched()).toBe(path)
    expect(readFileSync(path, 'utf8')).toBe(CONTENT)
  })

  it.each(['another program', '', CONTENT.slice(0, -1)])(
    'of other bytes is not kept, and what was received is told: %j',
    async (content) => {
      answers = [content]
      const received = createHash('sha256').update(content).digest('hex')
      expect(await toolCache().fetch(release())).toEqual({ received })
      expect([filesIn('temp'), filesIn('cache')]).toEqual([[], []])
      expect(await toolCache().kept(release())).toBeUndefined()
    },
  )

  it('of other bytes does not take the place of a right one', async () => {
    const path = await fetched()
    answers = ['another program']
    await toolCache().fetch(release())
    expect(await toolCache().kept(release())).toBe(path)
  })

  it.each([404, 403])('is not there: %d, once', async (status) => {
    answers = [status, CONTENT]
    await expect(toolCache().fetch(release())).rejects.toThrow(`Unexpected HTTP response: ${status}`)
    expect(asked).toHaveLength(1)
    expect([filesIn('temp'), filesIn('cache')]).toEqual([[], []])
  })

  it.each([[[503, 500]], [[429, 408]], [[BREAKS_OFF, BREAKS_OFF]]] as const)(
    'is asked for again where a server is in trouble: %j',
    async (trouble) => {
      answers = [...trouble, CONTENT]
      expect(await toolCache().fetch(release())).toHaveProperty('path')
      expect(asked).toHaveLength(3)
      expect(filesIn('temp')).toEqual([])
    },
  )

  it('is given up after three times', async () => {
    answers = [503, 503, 503, CONTENT]
    await expect(toolCache().fetch(release())).rejects.toThrow('503')
    expect(asked).toHaveLength(3)
    expect([filesIn('temp'), filesIn('cache')]).toEqual([[], []])
  })

  it('leaves nothing in the folder for files of this job where it cannot be kept', async () => {
    folder.write('cache', 'a file')
    answers = [CONTENT]
    await expect(toolCache().fetch(release())).rejects.toThrow()
    expect(filesIn('temp')).toEqual([])
  })
})

describe('a runner without a tool cache', () => {
  it.each([undefined, ''])('keeps nothing, and says so when it should: %j', async (value) => {
    if (value === undefined) Reflect.deleteProperty(process.env, 'RUNNER_TOOL_CACHE')
    else process.env['RUNNER_TOOL_CACHE'] = value
    answers = [CONTENT]
    expect(await toolCache().kept(release())).toBeUndefined()
    await expect(toolCache().fetch(release())).rejects.toThrow('RUNNER_TOOL_CACHE')
    expect(filesIn('temp')).toEqual([])
  })
})

describe('a kept program', () => {
  it('is none where nothing was fetched', async () => {
    expect(await toolCache().kept(release())).toBeUndefined()
    expect(asked).toEqual([])
  })

  it.each([
    [
      'whose content was altered',
      (path: string) => {
        appendFileSync(path, '\n')
      },
    ],
    [
      'that is a folder now',
      (path: string) => {
        rmSync(path)
        mkdirSync(path)
      },
    ],
    [
      'that is gone',
      (path: string) => {
        rmSync(path)
      },
    ],
    [
      'that leads elsewhere',
      (path: string) => {
        rmSync(path)
        symlinkSync('/bin/sh', path)
      },
    ],
  ])('is not taken: one %s', async (_, alter) => {
    alter(await fetched())
    expect(await toolCache().kept(release())).toBeUndefined()
  })

  it.each<readonly [string, Partial<FetchedExecutable>]>([
    ['another version', { version: 'v3.0.7' }],
    ['another name', { tool: 'kyverno' }],
    ['another SHA-256', { sha256: 'ab'.repeat(32) }],
  ])('is not taken for %s', async (_, changes) => {
    await fetched()
    expect(await toolCache().kept(release(changes))).toBeUndefined()
  })

  it('has a name of its own', async () => {
    answers = [CONTENT]
    const result = await toolCache().fetch(release({ tool: 'kyverno' }))
    expect(result).toEqual({ path: await toolCache().kept(release({ tool: 'kyverno' })) })
    expect(await toolCache().kept(release())).toBeUndefined()
  })

  it('is none that the repository holds, even with the right content', async () => {
    folder.write('work/cosign', CONTENT)
    const before = process.cwd()
    process.chdir(folder.at('work'))
    try {
      expect(await toolCache().kept(release())).toBeUndefined()
    } finally {
      process.chdir(before)
    }
  })

  it('is not taken before it is complete', async () => {
    const path = await fetched()
    const marker = `${path.slice(0, path.lastIndexOf('/'))}.complete`
    expect(existsSync(marker)).toBe(true)
    rmSync(marker)
    expect(await toolCache().kept(release())).toBeUndefined()
  })
})

describe('a program on PATH', () => {
  function executable(name: string, mode = 0o755): string {
    const path = folder.write(name, CONTENT)
    chmodSync(path, mode)
    return path
  }

  function searching(...entries: readonly string[]): Promise<string | undefined> {
    process.env['PATH'] = entries.join(delimiter)
    return toolCache().onPath('cosign')
  }

  it('is the first one', async () => {
    const [one, two] = [executable('one/cosign'), executable('two/cosign')]
    expect(await searching(folder.at('one'), folder.at('two'))).toBe(one)
    expect(await searching(folder.at('two'), folder.at('one'))).toBe(two)
    expect(await searching(folder.at('nowhere'), folder.at('with space'), folder.at('two'))).toBe(two)
  })

  it('can be a link to one, and lie in a folder with a space', async () => {
    const real = executable('with space/real')
    symlinkSync(real, folder.at('with space/cosign'))
    expect(await searching(folder.at('with space'))).toBe(folder.at('with space/cosign'))
  })

  it('is no file that cannot be run, no folder and no link to nothing', async () => {
    executable('text/cosign', 0o644)
    mkdirSync(folder.at('folder/cosign'), { recursive: true })
    mkdirSync(folder.at('link'))
    symlinkSync('nowhere', folder.at('link/cosign'))
    const unusable = [folder.at('text'), folder.at('folder'), folder.at('link')]
    expect(await searching(...unusable)).toBeUndefined()
    const last = executable('last/cosign')
    expect(await searching(...unusable, folder.at('last'))).toBe(last)
  })

  it('is none that the repository holds', async () => {
    executable('work/cosign')
    executable('work/bin/cosign')
    const before = process.cwd()
    process.chdir(folder.at('work'))
    try {
      expect(await searching('', '.', 'bin', './bin', '../work')).toBeUndefined()
      expect(await searching('.', folder.at('work/bin'))).toBe(folder.at('work/bin/cosign'))
    } finally {
      process.chdir(before)
    }
  })

  it('is none of another name', async () => {
    executable('one/cosign2')
    expect(await searching(folder.at('one'))).toBeUndefined()
  })

  it('is none where there is no PATH', async () => {
    Reflect.deleteProperty(process.env, 'PATH')
    expect(await toolCache().onPath('cosign')).toBeUndefined()
  })
})

describe('this machine', () => {
  it('is called what releases of Go programs call it', () => {
    expect(toolCache().machine).toMatch(/^(linux|darwin|windows)-(amd64|arm64)$/)
    const [system] = toolCache().machine.split('-')
    expect(system).toBe(process.platform === 'win32' ? 'windows' : process.platform)
  })
})

describe('the SHA-256 of a file', () => {
  it.each(['', 'x', CONTENT.repeat(10_000)])('is that of its bytes', async (content) => {
    const path = folder.write('file', content)
    expect(await toolCache().sha256(path)).toBe(createHash('sha256').update(content).digest('hex'))
  })

  it('is none where there is no file', async () => {
    for (const name of ['nothing', 'nothing/at/all', '.']) {
      expect(await toolCache().sha256(folder.at(name))).toBeUndefined()
    }
  })
})
