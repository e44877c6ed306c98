import { systemShell } from '../../src/adapters/system-shell.ts'
import type { Publication } from '../../src/ports/runner.ts'

/** What a step says, as the variable SCRIPT carries it. */
export interface Script {
  readonly mask?: readonly string[]
  readonly info?: readonly string[]
  readonly debug?: readonly string[]
  readonly publication?: Publication
}

// runs as a process of its own, as an action does
const { runner, log } = systemShell()
const script = JSON.parse(process.env['SCRIPT'] ?? '{}') as Script
for (const secret of script.mask ?? []) log.mask(secret)
for (const text of script.info ?? []) log.info(text)
for (const text of script.debug ?? []) log.debug(text)
// a publication that is refused leaves the exit code that it has set by then
if (script.publication !== undefined) {
  await runner.publish(script.publication).catch((error: unknown) => {
    process.stderr.write(String(error))
  })
}
