import { getExecOutput } from '@actions/exec'
import type { Commands } from '../ports/commands.ts'

/** What a program is taken to have ended with that was killed. */
const KILLED = -1

/** Runs programs on this machine; what they print is not shown. */
export function execCommands(): Commands {
  return {
    run: async (path, args, environment) => {
      try {
        // the toolkit divides its first argument at spaces
        const { exitCode, stdout, stderr } = await getExecOutput(`"${path}"`, [...args], {
          env: environment(process.env),
          ignoreReturnCode: true,
          silent: true,
        })
        // its type says otherwise, but of a program that was killed there is no exit code
        return { exitCode: Number.isInteger(exitCode) ? exitCode : KILLED, stdout, stderr }
      } catch {
        return undefined
      }
    },
  }
}
