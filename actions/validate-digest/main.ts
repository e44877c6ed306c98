import { httpRegistry } from '../../src/adapters/http-registry.ts'
import { nodeFiles } from '../../src/adapters/node-files.ts'
import { systemShell } from '../../src/adapters/system-shell.ts'
import { workflowArtifacts } from '../../src/adapters/workflow-artifacts.ts'
import { execute } from '../../src/kit/execute.ts'
import { inputs, outputs } from './inputs.ts'
import { validate } from './validate.ts'

/** Runs validate-digest on this machine. */
export async function run(): Promise<void> {
  const shell = systemShell()
  const { workspace, temp } = shell.runner.context()
  const artifacts = workflowArtifacts(temp)
  const registry = httpRegistry({
    log: shell.log,
    onSecret: (secret) => {
      shell.log.mask(secret)
    },
  })
  await execute(
    { name: 'validate-digest', inputs, outputs, files: ['artifact'], run: validate },
    { ...shell, artifacts },
    { files: nodeFiles(workspace), artifacts, registry, writer: shell.writer },
  )
}
