import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionFolders, ROOT } from './build/actions.ts'

/**
 * Writes the generated files and bundles every action with ncc. `dist` is replaced as a whole and only by a complete build, so that no
 * stale chunk stays and a build that fails leaves what was there.
 */
const fresh = join('node_modules', '.cache', 'dist')
/** ncc writes the licences of each chunk, and with one name for all of them the last one wins. */
const LICENSES = '.licenses.txt'

run('tsx', ['scripts/generate.ts'])
rmSync(join(ROOT, fresh), { recursive: true, force: true })
for (const { name } of actionFolders()) {
  const out = join(fresh, name)
  run('ncc', [
    'build',
    `actions/${name}/index.ts`,
    '--out',
    out,
    '--license',
    `[id]${LICENSES}`,
    '--no-cache',
    '--quiet',
  ])
  refuseBroken(join(ROOT, out))
  joinLicenses(join(ROOT, out))
  process.stdout.write(`built dist/${name}\n`)
}
rmSync(join(ROOT, 'dist'), { recursive: true, force: true })
renameSync(join(ROOT, fresh), join(ROOT, 'dist'))

/** ncc exits 0 even when it could not find a module, and the bundle then dies when it starts. */
function refuseBroken(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    if (readFileSync(join(folder, file), 'utf8').includes('webpackMissingModule')) {
      throw new Error(`${folder}/${file} lacks a module that it imports`)
    }
  }
}

function joinLicenses(folder: string): void {
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith(LICENSES))
    .sort()
    .map((name) => join(folder, name))
  writeFileSync(
    join(folder, 'licenses.txt'),
    parts.map((part) => `${readFileSync(part, 'utf8').trimEnd()}\n`).join('\n'),
  )
  for (const part of parts) rmSync(part)
}

function run(command: string, args: readonly string[]): void {
  execFileSync(join(ROOT, 'node_modules', '.bin', command), args, { cwd: ROOT, stdio: 'inherit' })
}
