import { ToolUnavailableError } from '../toolchain/provide-tool.ts'
import { parseArguments, type Request, UnknownNameError } from './arguments.ts'
import type { Break } from './breaks/break.ts'
import { BREAKS } from './breaks.ts'
import { concludeBroken, concludeGreen, type Conclusion } from './conclusion.ts'
import { pagesIn } from './gitops-stage.ts'
import { type PipelineResult, runPipeline } from './pipeline.ts'
import { Progress } from './progress.ts'
import { UnresolvedActionsError } from './resolve-actions.ts'
import { RunFolder } from './run-folder.ts'
import { EVENTS } from './workflow-event.ts'

/** Where the command writes, and what stops it. */
export interface Console {
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
  readonly signal: AbortSignal
}

const HELP = `Usage: npm run pipeline -- [options]

Runs the workflow files of examples/bookstore on this machine with act, without Docker, for a pull request and for
the push to main that its merge makes, with the actions and bundles that are committed in this checkout. For the push,
the image of each service is then built for two platforms, signed and attested, signed again (which must write nothing),
handed on by its digest and admitted by the policies of examples/bookstore-gitops; and gitops-bump opens, repeats and
sees merged a pull request of each service on a stand-in for GitHub, and kustomize builds what is merged.

  --service <name>   only this service; may be repeated
  --event <name>     only this event: ${EVENTS.join(' or ')}
  --break <name>     damage the application first, and expect the gate for it to stop the run:
${[...BREAKS.values()].map(({ name, summary }) => `                       ${name}: ${summary}`).join('\n')}
  --keep             keep the folder of the run, with logs, workspaces, artifacts and the pull requests as HTML
  --help             print this text

Exit code: 0 when everything is as it must be, 1 when not, 2 when the command line is wrong, 130 when stopped.`

/** As a shell reports a command that was interrupted. */
const STOPPED = 130

/**
 * Runs the `pipeline` command.
 *
 * @param args arguments after the script's name
 * @returns the exit code: 0, 1 when something is not as it must be, 2 when the command line is wrong, 130 when it was stopped
 */
export async function runCommandLine(args: readonly string[], console: Console): Promise<number> {
  const request = parseArguments(args, [...BREAKS.keys()])
  if (request.kind === 'help') {
    console.print(HELP)
    return 0
  }
  if (request.kind === 'wrong') {
    console.complain(request.message)
    return 2
  }
  const damage = request.breakName === undefined ? undefined : BREAKS.get(request.breakName)
  const folder = await RunFolder.create()
  let ran: Ran = { code: 1, worthKeeping: true }
  try {
    ran = await run(request, damage, folder, console)
  } finally {
    await leave(folder, request.keep || ran.worthKeeping, console)
  }
  return ran.code
}

/** How it ended, and whether its folder may help to find out why. */
interface Ran {
  readonly code: number
  readonly worthKeeping: boolean
}

async function run(
  request: Extract<Request, { kind: 'run' }>,
  damage: Break | undefined,
  folder: RunFolder,
  { print, complain, signal }: Console,
): Promise<Ran> {
  const progress = new Progress(print)
  const { services, events } = request
  try {
    const result = await runPipeline({ services, events, damage, folder, progress, signal })
    signal.throwIfAborted()
    const { lines, green } = conclude(result, damage, progress.seconds)
    lines.forEach(print)
    return { code: green ? 0 : 1, worthKeeping: !green }
  } catch (error) {
    if (!isExpected(error) && !signal.aborted) throw error
    complain(error instanceof Error ? error.message : String(error))
    const code = signal.aborted ? STOPPED : error instanceof UnknownNameError ? 2 : 1
    return { code, worthKeeping: false }
  }
}

function conclude(result: PipelineResult, damage: Break | undefined, seconds: number): Conclusion {
  return damage ? concludeBroken(result, damage, seconds) : concludeGreen(result, seconds)
}

function isExpected(error: unknown): boolean {
  return [ToolUnavailableError, UnresolvedActionsError, UnknownNameError].some(
    (kind) => error instanceof kind,
  )
}

async function leave(folder: RunFolder, keep: boolean, { print }: Console): Promise<void> {
  if (!keep) {
    const pages = await pagesIn(folder)
    await folder.remove()
    if (pages.length > 0) print('With --keep the logs stay, and the pull requests as pages for a browser.')
    return
  }
  await folder.keep()
  print(`Kept: ${folder.path}; the logs are in ${folder.logs}`)
  for (const page of await pagesIn(folder)) print(`Pull request: ${page}`)
}
