import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, relative } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { toolCache } from '../../src/adapters/tool-cache.ts'
import type { FetchedExecutable } from '../../src/ports/executables.ts'
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts'

const CONTENT = '#!/bin/sh\necho cosign\n'
const SHA256 = createHash('sha256').update(CONTENT).digest('hex')

const inherited = { ...process.env }
let folder: TemporaryFolder
let server: Server
/** What the server does with the next requests; then it gives the file. */
let answers: number[]
let executable: FetchedExecutable

beforeEach(async () => {
  folder = temporaryFolder()
  answers = []
  server = createServer((_, response) => {
    const status = answers.shift() ?? 200
    response.writeHead(status).end(status === 200 ? CONTENT : '')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  executable = { tool: 'cosign', version: 'v3.0.6', url: `http://127.0.0.1:${port}/cosign`, sha256: SHA256 }
  process.env['RUNNER_TEMP'] = folder.at('temp')
  process.env['RUNNER_TOOL_CACHE'] = folder.at('cache')
  for (const name of ['temp', 'cache']) mkdirSync(folder.at(name))
  // the library waits for seconds between its tries, unless a test says otherwise
  Object.assign(globalThis, {
    TEST_DOWNLOAD_TOOL_RETRY_MIN_SECONDS: 0,
    TEST_DOWNLOAD_TOOL_RETRY_MAX_SECONDS: 0,
  })
})

afterEach(() => {
  process.env = { ...inherited }
  server.close()
  server.closeAllConnections()
  folder.remove()
})

function below(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}

describe('a program that is fetched', () => {
  it('is kept, can be run, and is found again', async () => {
    const fetched = await toolCache().fetch(executable)

    const { path } = fetched as { path: string }
    expect(readFileSync(path, 'utf8')).toBe(CONTENT)
    expect(statSync(path).mode & 0o111).toBe(0o111)
    expect(path.startsWith(folder.at('cache'))).toBe(true)
    expect(await toolCache().kept(executable)).toBe(path)
    expect(below(folder.at('temp'))).toEqual([])
  })

  it('and is another one is told by its hash, and leaves nothing behind', async () => {
    const fetched = await toolCache().fetch({ ...executable, sha256: '0'.repeat(64) })

    expect(fetched).toEqual({ received: SHA256 })
    expect(below(folder.path)).toEqual([])
    expect(await toolCache().kept(executable)).toBeUndefined()
  })

  it('is tried again when the server fails', async () => {
    answers = [503, 429]

    expect(await toolCache().fetch(executable)).toMatchObject({
      path: expect.stringContaining('cosign') as unknown,
    })
  })

  it('and is not there rejects', async () => {
    answers = [404]

    await expect(toolCache().fetch(executable)).rejects.toThrow('404')
    expect(below(folder.path)).toEqual([])
  })
})

describe('a program that was kept', () => {
  it('is not taken when its content was changed', async () => {
    const { path } = (await toolCache().fetch(executable)) as { path: string }
    writeFileSync(path, `${CONTENT}# more\n`)

    expect(await toolCache().kept(executable)).toBeUndefined()
  })

  it('is not taken for another version', async () => {
    await toolCache().fetch(executable)

    expect(await toolCache().kept({ ...executable, version: 'v2.4.1' })).toBeUndefined()
  })
})

describe('a program on PATH', () => {
  function onPath(...folders: readonly string[]): Promise<string | undefined> {
    process.env['PATH'] = folders.join(delimiter)
    return toolCache().onPath('cosign')
  }

  it('is the first that can be run', async () => {
    folder.write('plain/cosign', '')
    mkdirSync(folder.at('folder/cosign'), { recursive: true })
    chmodSync(folder.write('first/cosign', ''), 0o755)
    chmodSync(folder.write('second/cosign', ''), 0o755)

    const folders = ['nowhere', 'plain', 'folder', 'first', 'second'].map((name) => folder.at(name))

    expect(await onPath(...folders)).toBe(folder.at('first/cosign'))
  })

  it('is not looked for in what the repository may hold', async () => {
    chmodSync(folder.write('repository/cosign', ''), 0o755)
    const found = relative(process.cwd(), folder.at('repository'))

    expect(await onPath('.', '', found)).toBeUndefined()
    expect(await onPath(found, folder.at('repository'))).toBe(folder.at('repository/cosign'))
  })
})

describe('this machine', () => {
  it('is named as releases name it', () => {
    expect(toolCache().machine).toMatch(/^(?:linux|darwin|windows)-(?:amd64|arm64)$/)
  })

  it('hashes files, and knows when there is none', async () => {
    expect(await toolCache().sha256(folder.write('file', CONTENT))).toBe(SHA256)
    expect(await toolCache().sha256(folder.at('nothing'))).toBeUndefined()
  })
})
