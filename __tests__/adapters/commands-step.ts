import { execCommands } from '../../src/adapters/exec-commands.ts'

// runs as a process of its own, so that all it prints is seen, and ends as the program that it runs
const ended = await execCommands().run(process.env['PROGRAM'] ?? '', ['sign', 'a secret'], () => ({}))
process.exitCode = ended?.exitCode ?? 99
