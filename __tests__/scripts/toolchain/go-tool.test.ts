import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Host } from '../../../scripts/toolchain/host.ts'
import { provideTools } from '../../../scripts/toolchain/provide.ts'
import type { ProvidedTool } from '../../../scripts/toolchain/supplier.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

const MAIN = 'package main\n\nimport "os"\n\nfunc main() { os.Stdout.WriteString("hello\\n") }\n'
const GO_MOD = `module example.org/tools/hello

go 1.24

tool example.org/hello

require example.org/hello v1.2.3

replace example.org/hello => ./source
`

// A build with a cold Go cache compiles the standard library.
jest.setTimeout(180_000)

let workshop: Workshop
let withGo: Host
let progress: string[]

beforeEach(() => {
  workshop = openWorkshop()
  workshop.write('tools/hello/go.mod', GO_MOD)
  workshop.write('tools/hello/source/go.mod', 'module example.org/hello\n\ngo 1.24\n')
  workshop.write('tools/hello/source/main.go', MAIN)
  const { env } = workshop.host()
  withGo = workshop.host({ ...process.env, ...env, PATH: process.env['PATH'], GOPROXY: 'off' })
  progress = []
})

afterEach(() => {
  workshop.remove()
})

async function provideHello(host: Host): Promise<ProvidedTool> {
  const { hello } = await provideTools(['hello'], {
    toolsFolder: workshop.tools,
    host,
    onProgress: (line) => {
      progress.push(line)
    },
  })
  return hello
}

function say(tool: ProvidedTool): string {
  return execFileSync(tool.path, { encoding: 'utf8' })
}

describe('a Go tool', () => {
  it('is built once, then comes from the cache, even without Go', async () => {
    const first = await provideHello(withGo)
    expect(first).toMatchObject({ name: 'hello', version: 'v1.2.3', origin: 'built' })
    expect(say(first)).toBe('hello\n')
    expect(progress).toEqual([
      'hello v1.2.3: building from tools/hello (up to a few minutes the first time) …',
      expect.stringMatching(/^hello v1\.2\.3: built in \d+ s$/),
    ])

    const cached = { ...first, origin: 'cache' }
    expect(await provideHello(withGo)).toEqual(cached)
    expect(await provideHello(workshop.host())).toEqual(cached)
    expect(progress).toHaveLength(2)
  })

  it('is built again when go.sum changes', async () => {
    const first = await provideHello(withGo)
    workshop.write('tools/hello/go.sum', 'example.org/other v1.0.0/go.mod h1:AAAAAAAAAAAAAAAAAAAAAAAAAAA=\n')

    const second = await provideHello(withGo)

    expect(second.origin).toBe('built')
    expect(second.path).not.toBe(first.path)
  })

  it('is built again by another Go', async () => {
    await provideHello(withGo)
    workshop.command('go', "if (process.argv[2] === 'env') console.log('go1.99.0'); else process.exit(3)")

    await expect(provideHello(workshop.host())).rejects.toThrow('go build fails in tools/hello')
  })

  it('is built by a Go whose version is no file name', async () => {
    workshop.command(
      'go',
      `const [command] = process.argv.slice(2)
       if (command === 'env') console.log('devel +1a2b Mon/Jan')
       else require('node:fs').writeFileSync(process.argv.at(-2), '', { mode: 0o755 })`,
    )

    await provideHello(workshop.host())

    expect(workshop.cached()).toEqual([expect.stringMatching(/-devel_\+1a2b_Mon_Jan$/)])
  })

  it('is built for this host, whatever GOOS and GOARCH say', async () => {
    const host = { ...withGo, env: { ...withGo.env, GOOS: 'plan9', GOARCH: 'mips' } }

    expect(say(await provideHello(host))).toBe('hello\n')
  })

  it('is not taken from an interrupted build', async () => {
    const { path } = await provideHello(withGo)
    const [entry = ''] = workshop.cached()
    rmSync(join(workshop.cache, entry), { recursive: true })
    workshop.write(`cache/tools/.${entry}.abc123/hello`, 'half a binary')

    const again = await provideHello(withGo)

    expect(again).toMatchObject({ origin: 'built', path })
    expect(say(again)).toBe('hello\n')
  })

  it('is built by two at once', async () => {
    const [one, other] = await Promise.all([provideHello(withGo), provideHello(withGo)])

    expect(one.path).toBe(other.path)
    expect(say(one)).toBe('hello\n')
    expect(workshop.cached()).toHaveLength(1)
  })

  it('leaves nothing in the cache and says why when it does not compile', async () => {
    workshop.write('tools/hello/source/main.go', 'package main\n\nfunc main() { undefinedName() }\n')

    const message = await provideHello(withGo).then(String, (error: unknown) => (error as Error).message)

    expect(message.split('\n')[0]).toBe(
      'hello v1.2.3 cannot be had: go build fails in tools/hello; ' +
        'mend what its output names and run: npm run toolchain -- hello',
    )
    expect(message).toContain('undefined: undefinedName')
    expect(workshop.cached()).toEqual([])
  })

  it('cannot be had without Go and without the cache', async () => {
    await expect(provideHello(workshop.host())).rejects.toThrow(
      'hello v1.2.3 cannot be had: Go is not on PATH; ' +
        'install Go 1.24 or newer and run: npm run toolchain -- hello',
    )
  })

  it('cannot be had with a Go that refuses the module', async () => {
    workshop.command('go', "console.error('go: go.mod requires go >= 1.24'); process.exit(1)")

    await expect(provideHello(workshop.host())).rejects.toThrow(
      'Go does not tell its version (go: go.mod requires go >= 1.24)',
    )
  })
})

describe('a Go tool on PATH', () => {
  const answer = (sum: string): string =>
    `if (process.argv[2] !== 'version') process.exit(1)\nconsole.log('\\n\\tpath\\texample.org/hello\\n\\tmod\\texample.org/hello\\tv1.2.3\\t${sum}')`

  beforeEach(() => {
    workshop.write('tools/hello/go.sum', 'example.org/hello v1.2.3 h1:pinned=\n')
  })

  it('is taken when it was built from the pinned module', async () => {
    const path = workshop.command('hello', '')
    workshop.command('go', answer('h1:pinned='))

    expect(await provideHello(workshop.host())).toEqual({
      name: 'hello',
      version: 'v1.2.3',
      path,
      origin: 'path',
    })
  })

  it('is not taken when its sum is another', async () => {
    workshop.command('hello', '')
    workshop.command('go', answer('h1:other='))

    await expect(provideHello(workshop.host())).rejects.toThrow('Go does not tell its version')
  })

  it('is not taken when there is no Go to ask', async () => {
    workshop.command('hello', '')

    await expect(provideHello(workshop.host())).rejects.toThrow('Go is not on PATH')
  })
})
