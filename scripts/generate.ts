import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { actionFolders, ROOT } from './build/actions.ts'
import { codeContract, contractProblems, exampleProblems } from './build/contract.ts'
import { generatedFiles } from './build/generated-files.ts'

/**
 * Writes the files that are made of others; with `--check` it writes nothing and fails where one of them is out of date. Either
 * way it fails where an action.yml, its code and the examples in the documents contradict each other.
 */
const check = process.argv.includes('--check')
const problems: string[] = []

const actions = actionFolders()
for (const action of actions) {
  const found = contractProblems(action.manifest, await codeContract(action.name))
  problems.push(...found.map((problem) => `actions/${action.name}: ${problem}`))
}
for (const [path, content] of generatedFiles()) {
  const file = join(ROOT, path)
  const upToDate = existsSync(file) && readFileSync(file, 'utf8') === content
  if (check && !upToDate) problems.push(`${path}: is out of date; run npm run build`)
  if (!check && !upToDate) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    process.stdout.write(`wrote ${path}\n`)
  }
}
for (const path of ['README.md', ...actions.map(({ name }) => `actions/${name}/README.md`)]) {
  const found = exampleProblems(readFileSync(join(ROOT, path), 'utf8'), actions)
  problems.push(...found.map((problem) => `${path}: ${problem}`))
}

for (const problem of problems) process.stderr.write(`${problem}\n`)
if (problems.length > 0) process.exitCode = 1
