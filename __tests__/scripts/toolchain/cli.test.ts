import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { existsSync } from 'node:fs'
import { runToolchain } from '../../../scripts/toolchain/cli.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

const FAKE_GO = `
const { writeFileSync } = require('node:fs')
const [command, ...args] = process.argv.slice(2)
if (command === 'env') console.log('go1.26.8')
else if (args.includes('example.org/broken')) { console.error('it does not compile'); process.exit(1) }
else writeFileSync(args[args.indexOf('-o') + 1], '#!/bin/sh', { mode: 0o755 })
`

let workshop: Workshop
let printed: string[]
let complained: string[]

beforeEach(() => {
  workshop = openWorkshop()
  workshop.command('go', FAKE_GO)
  for (const name of ['broken', 'sound']) {
    workshop.write(
      `tools/${name}/go.mod`,
      `module m\ngo 1.24\ntool example.org/${name}\nrequire example.org/${name} v1.0.0\n`,
    )
  }
  workshop.write('tools/README.md', '')
  workshop.write('tools/leftover/node_modules/file', '')
  printed = []
  complained = []
})

afterEach(() => {
  workshop.remove()
})

function run(...args: string[]): Promise<number> {
  return runToolchain(args, {
    print: (line) => {
      printed.push(line)
    },
    complain: (line) => {
      complained.push(line)
    },
    toolsFolder: workshop.tools,
    host: workshop.host(),
  })
}

describe('the toolchain command', () => {
  it('provides what is named and lists it', async () => {
    expect(await run('sound', 'sound')).toBe(0)

    const [entry = ''] = workshop.cached()
    expect(printed).toEqual([
      'sound v1.0.0: building from tools/sound (up to a few minutes the first time) …',
      expect.stringMatching(/^sound v1\.0\.0: built in \d+ s$/),
      `sound  v1.0.0  built  ~/cache/tools/${entry}/sound`,
    ])
    expect(complained).toEqual([])
  })

  it('provides the others when one cannot be had, and fails', async () => {
    expect(await run()).toBe(1)

    expect(complained).toEqual([
      'broken v1.0.0 cannot be had: go build fails in tools/broken; ' +
        'mend what its output names and run: npm run toolchain -- broken\nit does not compile',
    ])
    expect(printed.at(-1)).toMatch(/^sound {2}v1\.0\.0 {2}built/)
  })

  it('lists every tool without building', async () => {
    expect(await run('--list')).toBe(0)

    expect(printed).toEqual([
      'broken  v1.0.0  not built yet (npm run toolchain -- broken)',
      'sound   v1.0.0  not built yet (npm run toolchain -- sound)',
    ])
    expect(existsSync(workshop.cache)).toBe(false)
  })

  it('lists only what is named, from the cache once it is there', async () => {
    await run('sound')
    printed = []

    expect(await run('--list', 'sound')).toBe(0)
    expect(printed).toEqual([expect.stringMatching(/^sound {2}v1\.0\.0 {2}cache {2}~\/cache\/tools\//)])
  })

  it('refuses an unknown name before it builds', async () => {
    expect(await run('sound', 'leftover')).toBe(2)

    expect(complained).toEqual(['unknown tool leftover; known are: broken, sound'])
    expect(existsSync(workshop.cache)).toBe(false)
  })

  it('refuses an unknown option', async () => {
    expect(await run('--build')).toBe(2)
    expect(complained).toEqual(['unknown option --build; see --help'])
  })

  it('prints help', async () => {
    expect(await run('--help')).toBe(0)
    expect(printed.join('\n')).toContain('Usage: npm run toolchain')
  })

  it.each([
    ['go.mod', 'module m\n', 'tools/odd does not pin a tool: one tool directive is needed, found 0'],
    ['package-lock.json', '{}', 'tools/odd does not pin a tool: ENOENT'],
  ])('fails on a broken pin in %s', async (file, text, message) => {
    workshop.write(`tools/odd/${file}`, text)

    await expect(run('--list')).rejects.toThrow(message)
  })
})
