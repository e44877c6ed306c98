import { describe, expect, it } from '@jest/globals'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { discoverTools } from '../../../scripts/toolchain/discover.ts'
import { findModuleSum, parseGoModule } from '../../../scripts/toolchain/go-module.ts'
import { thisHost } from '../../../scripts/toolchain/host.ts'
import { TOOLS_FOLDER } from '../../../scripts/toolchain/provide.ts'

const folders = readdirSync(TOOLS_FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const having = (file: string): string[] =>
  folders.map(({ name }) => name).filter((name) => existsSync(join(TOOLS_FOLDER, name, file)))
const read = (name: string, file: string): string => readFileSync(join(TOOLS_FOLDER, name, file), 'utf8')

describe('the pins of this repository', () => {
  it('are discovered', async () => {
    const known = await discoverTools(TOOLS_FOLDER, thisHost())

    expect([...known.keys()]).toEqual(
      expect.arrayContaining([
        ...['act', 'actionlint', 'golangci-lint', 'node20', 'node24'],
        ...['cosign-v2.4', 'cosign-v2.6', 'cosign-v3', 'kyverno'],
      ]),
    )
  })

  it.each(having('go.mod'))('go.sum holds the content of %s', (name) => {
    const { module, version } = parseGoModule(read(name, 'go.mod'))

    expect(findModuleSum(read(name, 'go.sum'), module, version)).toMatch(/^h1:/)
    expect(read(name, 'go.mod')).toMatch(new RegExp(`^module \\S+/tools/${name}$`, 'm'))
  })

  it.each(having('go.mod'))('nothing in %s is replaced by what is not in go.sum', (name) => {
    const replaced = read(name, 'go.mod').match(/^(?:replace |\t).*=>.*$/gm) ?? []

    for (const line of replaced) {
      const [module = '', version = ''] = line.split('=> ')[1]?.split(' ') ?? []
      expect(findModuleSum(read(name, 'go.sum'), module, version)).toMatch(/^h1:/)
    }
  })

  it.each(having('package-lock.json'))(
    'the lock of %s pins every package by integrity, not by place',
    (name) => {
      const { packages } = JSON.parse(read(name, 'package-lock.json')) as {
        packages: Record<string, Record<string, string>>
      }
      const locked = Object.entries(packages).filter(([path]) => path !== '')

      expect(locked).not.toEqual([])
      for (const [, entry] of locked) {
        expect(entry['integrity']).toMatch(/^sha512-/)
        expect(entry).not.toHaveProperty('resolved')
      }
    },
  )
})
