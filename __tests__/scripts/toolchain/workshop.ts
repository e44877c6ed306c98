import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Environment, Host } from '../../../scripts/toolchain/host.ts'

/** A temporary `tools` folder, cache and PATH folder. */
export interface Workshop {
  readonly tools: string
  /** Absolute path of the cache of tools, which exists only after the first build. */
  readonly cache: string
  /** Absolute path of an empty folder for fake commands; a host has only it on PATH unless told otherwise. */
  readonly bin: string
  readonly host: (env?: Environment) => Host
  /** Writes a file; the path is relative to the workshop. */
  readonly write: (path: string, text: string) => void
  /** Puts a command on the fake PATH: a CommonJS program that this Node runs. */
  readonly command: (name: string, program: string) => string
  /** Names in the cache, hidden ones too. */
  readonly cached: () => string[]
  readonly remove: () => void
}

/** Opens a workshop in a new temporary folder. */
export function openWorkshop(): Workshop {
  const root = mkdtempSync(join(tmpdir(), 'toolchain-'))
  const bin = join(root, 'bin')
  const cache = join(root, 'cache', 'tools')
  mkdirSync(bin)
  mkdirSync(join(root, 'tools'))
  return {
    tools: join(root, 'tools'),
    cache,
    bin,
    host: (env = {}) => ({
      env: { BOOKSTORE_ACTIONS_CACHE: join(root, 'cache'), PATH: bin, ...env },
      platform: process.platform,
      arch: process.arch,
      home: root,
      node: join(bin, 'running-node'),
    }),
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    },
    command: (name, program) => {
      const path = join(bin, name)
      writeFileSync(path, `#!${process.execPath}\n${program}\n`, { mode: 0o755 })
      return path
    },
    cached: () => readdirSync(join(root, 'cache', 'tools')).sort(),
    remove: () => {
      rmSync(root, { recursive: true, force: true })
    },
  }
}
