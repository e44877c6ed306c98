import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { actionFolders, ROOT } from './build/actions.ts'

/** Builds anew and fails where the result differs from what is committed, files that git does not track included. */
execFileSync(join(ROOT, 'node_modules', '.bin', 'tsx'), ['scripts/build.ts'], { cwd: ROOT, stdio: 'inherit' })

const built = [
  'dist',
  'docs/evidence-v1.schema.json',
  ...actionFolders().map(({ name }) => `${name}/action.yml`),
]
const drift = execFileSync('git', ['status', '--porcelain', '--untracked-files=all', '--', ...built], {
  cwd: ROOT,
  encoding: 'utf8',
})
if (drift !== '') {
  process.stderr.write(
    `What is built differs from what is committed:\n${drift}Run npm run build and commit the result.\n`,
  )
  process.exitCode = 1
}
