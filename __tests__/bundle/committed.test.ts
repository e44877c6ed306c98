import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { actionFolders, ROOT } from '../../scripts/build/actions.ts'

/** For what is loaded at the start; chunks of dynamic imports come on top. */
const MAX_BYTES = 1_400_000

describe.each(actionFolders().map(({ name }) => name))('the committed bundle of %s', (name) => {
  const folder = join(ROOT, 'dist', name)
  const files = existsSync(folder) ? readdirSync(folder) : []
  const scripts = files.filter((file) => /^(?:\d+\.)?index\.js$/.test(file))

  it('is small, and is all there is', () => {
    expect(files.filter((file) => !scripts.includes(file)).sort()).toEqual(['licenses.txt', 'package.json'])
    expect(statSync(join(folder, 'index.js')).size).toBeLessThanOrEqual(MAX_BYTES)
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toEqual({ type: 'module' })
  })
})
