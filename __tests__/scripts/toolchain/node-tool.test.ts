import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Host } from '../../../scripts/toolchain/host.ts'
import { provideTools } from '../../../scripts/toolchain/provide.ts'
import type { ProvidedTool } from '../../../scripts/toolchain/supplier.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

const NODE = `console.log('v24.21.0')`

/** Installs what a lock names, as npm does: only with the lock and the manifest at hand. */
const NPM = `
const { existsSync, mkdirSync, writeFileSync } = require('node:fs')
if (process.argv[2] !== 'ci' || !process.argv.includes('--ignore-scripts')) process.exit(7)
if (!existsSync('package.json') || !existsSync('package-lock.json')) process.exit(8)
mkdirSync('node_modules/node-here/bin', { recursive: true })
writeFileSync('node_modules/node-here/bin/node', ${JSON.stringify(`#!${process.execPath}\n${NODE}\n`)}, { mode: 0o755 })
`

let workshop: Workshop
let progress: string[]

function lockFor(platform: string): string {
  const runtime = { version: '24.21.0', os: platform, cpu: process.arch, bin: { node: 'bin/node' } }
  return JSON.stringify({ packages: { 'node_modules/node-here': runtime } })
}

beforeEach(() => {
  workshop = openWorkshop()
  workshop.write('tools/node24/package.json', JSON.stringify({ config: { onPath: '^24.2.0' } }))
  workshop.write('tools/node24/package-lock.json', lockFor(process.platform))
  progress = []
})

afterEach(() => {
  workshop.remove()
})

async function provideNode(host: Host = workshop.host()): Promise<ProvidedTool> {
  const { node24 } = await provideTools(['node24'], {
    toolsFolder: workshop.tools,
    host,
    onProgress: (line) => {
      progress.push(line)
    },
  })
  return node24
}

describe('a Node runtime', () => {
  it('is the running Node when that is an accepted release', async () => {
    const path = workshop.command('running-node', "console.log('v24.2.0')")
    workshop.command('node', "console.log('v24.9.0')")

    expect(await provideNode()).toEqual({ name: 'node24', version: '24.2.0', path, origin: 'path' })
  })

  it('is the one on PATH when the running one is no accepted release', async () => {
    workshop.command('running-node', "console.log('v20.20.2')")
    const path = workshop.command('node', "console.log('v24.9.0')")

    expect(await provideNode()).toEqual({ name: 'node24', version: '24.9.0', path, origin: 'path' })
  })

  it('is installed once from the lock, then comes from the cache', async () => {
    workshop.command('node', "console.log('v24.1.0')")
    const npm = workshop.command('npm', NPM)

    const first = await provideNode()
    expect(first).toMatchObject({ version: '24.21.0', origin: 'built' })
    expect(execFileSync(first.path, { encoding: 'utf8' })).toBe('v24.21.0\n')
    expect(progress).toEqual([
      'node24 24.21.0: installing from tools/node24 …',
      expect.stringMatching(/^node24 24\.21\.0: installed in \d+ s$/),
    ])

    workshop.command('npm', 'process.exit(1)')
    expect(await provideNode()).toEqual({ ...first, origin: 'cache' })
    expect(npm).toBe(join(workshop.bin, 'npm'))
  })

  it('is installed again when the lock changes', async () => {
    workshop.command('npm', NPM)
    const first = await provideNode()
    workshop.write('tools/node24/package-lock.json', `${lockFor(process.platform)}\n`)

    const second = await provideNode()

    expect(second.origin).toBe('built')
    expect(second.path).not.toBe(first.path)
  })

  it('leaves nothing in the cache and says why when npm fails', async () => {
    workshop.command('npm', "console.error('npm error EINTEGRITY'); process.exit(1)")

    await expect(provideNode()).rejects.toThrow(
      'node24 24.21.0 cannot be had: npm ci fails for tools/node24; mend that, or put Node ^24.2.0 on PATH, ' +
        'and run: npm run toolchain -- node24\nnpm error EINTEGRITY',
    )
    expect(workshop.cached()).toEqual([])
  })

  it('is not had from an npm that skips the package without a word', async () => {
    workshop.command('npm', '')

    await expect(provideNode()).rejects.toThrow(
      'node24 24.21.0 cannot be had: npm ci left out node_modules/node-here/bin/node, ' +
        'which it could not fetch or whose bytes are not the locked ones; mend that',
    )
    expect(workshop.cached()).toEqual([])
  })

  it('cannot be had without npm', async () => {
    await expect(provideNode()).rejects.toThrow('node24 24.21.0 cannot be had: npm is not on PATH')
  })

  it('cannot be had on a platform that the lock leaves out', async () => {
    workshop.write('tools/node24/package-lock.json', lockFor('aix'))

    await expect(provideNode()).rejects.toThrow(
      `cannot be had: tools/node24/package-lock.json has no Node for ${process.platform}-${process.arch}; ` +
        'put Node ^24.2.0 on PATH',
    )
  })
})
