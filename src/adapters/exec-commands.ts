import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { Commands } from '../ports/commands.ts'

/** What a program is taken to have ended with that was killed. */
const KILLED = -1

/** Longer than cosign's own limits for anything that it is asked for here: with a network that swallows everything it does not keep them. */
const LIMIT_MILLISECONDS = 20 * 60_000

/**
 * Runs programs on this machine; what they print is not shown. The toolkit's own way leaves their input open, so that one that asks waits
 * for ever, cannot have a quote in a path, and brings the process down where an argument is too long.
 */
export function execCommands(): Commands {
  return {
    run: async (path, args, environment) => {
      let limit: NodeJS.Timeout | undefined
      try {
        const program = spawn(path, args, {
          env: environment(process.env),
          stdio: ['ignore', 'pipe', 'pipe'],
        })
        limit = setTimeout(() => program.kill('SIGKILL'), LIMIT_MILLISECONDS)
        const ended = once(program, 'close') as Promise<[number | null]>
        const [stdout, stderr, [exitCode]] = await Promise.all([
          text(program.stdout),
          text(program.stderr),
          ended,
        ])
        return { exitCode: exitCode ?? KILLED, stdout, stderr }
      } catch {
        return undefined
      } finally {
        clearTimeout(limit)
      }
    },
  }
}
