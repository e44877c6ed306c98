import { writeSync } from 'node:fs'
import { privateFolders } from '../../src/adapters/private-folders.ts'

// runs as a process of its own, which is ended by a signal while a folder in a folder is there
const folders = privateFolders(process.env['RUNNER_TEMP'] ?? '')
const forever = setInterval(() => undefined, 1000)
await folders.within(async (outer) => {
  await folders.within(async (inner) => {
    await outer.write('token', 'secret')
    await inner.write('token', 'secret')
    writeSync(1, `${outer.path}\n${inner.path}\n`)
    await new Promise(() => undefined)
  })
})
clearInterval(forever)
