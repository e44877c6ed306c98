import { connectGitOps, connectHistory } from '../../src/adapters/github/github-connection.ts'
import { nodeFiles } from '../../src/adapters/node-files.ts'
import { systemShell } from '../../src/adapters/system-shell.ts'
import { timerPause } from '../../src/adapters/timer-pause.ts'
import { execute } from '../../src/kit/execute.ts'
import { bump } from './bump.ts'
import { inputs, outputs } from './inputs.ts'

/** Runs gitops-bump on this machine. */
export async function run(): Promise<void> {
  const shell = systemShell()
  await execute({ name: 'gitops-bump', inputs, outputs, files: [], run: bump }, shell, {
    files: nodeFiles(shell.runner.context().workspace),
    pause: timerPause(),
    gitops: connectGitOps,
    history: connectHistory,
  })
}
