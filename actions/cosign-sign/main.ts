import { execCommands } from '../../src/adapters/exec-commands.ts'
import { githubIdentityTokens } from '../../src/adapters/github-identity-tokens.ts'
import { httpRegistry } from '../../src/adapters/http-registry.ts'
import { UNHURRIED_PATIENCE } from '../../src/adapters/registry/patience.ts'
import { nodeFiles } from '../../src/adapters/node-files.ts'
import { privateFolders } from '../../src/adapters/private-folders.ts'
import { systemShell } from '../../src/adapters/system-shell.ts'
import { timerPause } from '../../src/adapters/timer-pause.ts'
import { toolCache } from '../../src/adapters/tool-cache.ts'
import { execute } from '../../src/kit/execute.ts'
import { inputs, outputs } from './inputs.ts'
import { sign } from './sign.ts'

/** Runs cosign-sign on this machine. */
export async function run(): Promise<void> {
  const shell = systemShell()
  const { workspace, temp } = shell.runner.context()
  const onSecret = (secret: string): void => {
    shell.log.mask(secret)
  }
  const pause = timerPause()
  await execute({ name: 'cosign-sign', inputs, outputs, files: [], run: sign }, shell, {
    files: nodeFiles(workspace),
    registry: httpRegistry({ log: shell.log, onSecret, patience: UNHURRIED_PATIENCE }),
    commands: execCommands(),
    executables: toolCache(),
    tokens: githubIdentityTokens(pause, onSecret),
    folders: privateFolders(temp),
    pause,
    log: shell.log,
  })
}
