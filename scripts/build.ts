import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { actionFolders, ROOT } from './build/actions.ts'

/** Writes the generated files and bundles every action with ncc, from nothing, so that no stale chunk stays. */
run(join(ROOT, 'node_modules', '.bin', 'tsx'), ['scripts/generate.ts'])
rmSync(join(ROOT, 'dist'), { recursive: true, force: true })
for (const { name } of actionFolders()) {
  const folder = join(ROOT, 'dist', name)
  run(join(ROOT, 'node_modules', '.bin', 'ncc'), [
    'build',
    `actions/${name}/index.ts`,
    '--out',
    `dist/${name}`,
    '--license',
    'licenses.txt',
    '--no-cache',
    '--quiet',
  ])
  refuseBroken(folder)
  process.stdout.write(`built dist/${name}\n`)
}

/** ncc exits 0 even when it could not find a module, and the bundle then dies when it starts. */
function refuseBroken(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
    if (readFileSync(join(folder, file), 'utf8').includes('webpackMissingModule')) {
      throw new Error(`${folder}/${file} lacks a module that it imports`)
    }
  }
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { cwd: ROOT, stdio: 'inherit' })
}
