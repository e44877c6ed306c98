import { gitCli } from '../../src/adapters/git-cli.ts'
import { nodeFiles } from '../../src/adapters/node-files.ts'
import { systemShell } from '../../src/adapters/system-shell.ts'
import { execute } from '../../src/kit/execute.ts'
import { gate } from './gate.ts'
import { files, inputs, outputs } from './inputs.ts'

/** Runs coverage-gate on this machine. */
export async function run(): Promise<void> {
  const shell = systemShell()
  const workspace = shell.runner.context().workspace
  await execute({ name: 'coverage-gate', inputs, outputs, files, run: gate }, shell, {
    files: nodeFiles(workspace),
    git: gitCli(workspace),
  })
}
