import { runToolchain } from './toolchain/cli.ts'

process.exitCode = await runToolchain(process.argv.slice(2), {
  print: (line) => {
    process.stdout.write(`${line}\n`)
  },
  complain: (line) => {
    process.stderr.write(`${line}\n`)
  },
})
