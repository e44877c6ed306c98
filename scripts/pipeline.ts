import { runCommandLine } from './pipeline/cli.ts'

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // a terminal and tsx may both send it: the second one must not cut the clean-up short
  process.on(signal, () => {
    stop.abort(new Error(`stopped by ${signal}`))
  })
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  print: (line) => {
    process.stdout.write(`${line}\n`)
  },
  complain: (line) => {
    process.stderr.write(`${line}\n`)
  },
  signal: stop.signal,
})
