import { spawn, type ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import { quoted } from '../../domain/shared/quoted.ts'

/** How a credential helper ended. */
interface HelperRun {
  /** What it answered: it can hold a secret, also where it failed. */
  readonly answer: string
  /** Why it has no answer; undefined where it ended well. */
  readonly failure: string | undefined
}

const SECONDS = 60
const ANSWER_CHARACTERS = 1024 * 1024
const COMPLAINT_CHARACTERS = 4096

/**
 * Asks a credential helper for a login, with the registry on standard input. What it says on standard error is part of its failure.
 *
 * @param signal ends it: it has a minute
 */
export async function runHelper(
  program: string,
  registry: string,
  environment: Readonly<Record<string, string | undefined>>,
  // unlike the option `timeout`, this keeps no process alive when there is no helper to end
  signal = AbortSignal.timeout(SECONDS * 1000),
): Promise<HelperRun> {
  const child = spawn(program, ['get'], { env: environment, stdio: 'pipe', signal })
  const answer = beginningOf(child.stdout, ANSWER_CHARACTERS)
  const complaint = beginningOf(child.stderr, COMPLAINT_CHARACTERS)
  // what a helper leaves behind, such as an agent, can hold its outputs open for as long as it runs
  signal.addEventListener('abort', () => {
    child.stdout.destroy()
    child.stderr.destroy()
  })
  child.on('exit', (code) => {
    if (code === 0) child.stderr.destroy()
  })
  // a helper may end without reading
  child.stdin.on('error', () => undefined)
  child.stdin.end(registry)
  const end = await endOf(child)
  if (end === undefined && !signal.aborted) return { answer: answer(), failure: undefined }
  const failure = signal.aborted ? `it gave no answer in ${SECONDS} seconds` : String(end)
  const said = complaint().trim()
  return { answer: answer(), failure: said === '' ? failure : `${failure}, saying ${quoted(said)}` }
}

/** How it ended, where that is not well. */
function endOf(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    child.on('error', ({ name, ...error }: NodeJS.ErrnoException) => {
      // it was ended for its time: that it has closed is told by itself
      if (name !== 'AbortError') resolve(`it cannot be run (${String(error.code)})`)
    })
    child.on('close', (code, signal) => {
      if (code === 0) resolve(undefined)
      else resolve(code === null ? `it was ended by ${String(signal)}` : `it ended with code ${code}`)
    })
  })
}

function beginningOf(stream: Readable, characters: number): () => string {
  let text = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    text = (text + chunk).slice(0, characters)
  })
  return () => text
}
