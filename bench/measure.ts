import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A command that is measured as a whole process. */
export interface Candidate {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** The code that it has to end with, 0 by default. */
  readonly status?: number
}

/** Wall time in milliseconds: the median of all rounds. */
export interface Measurement {
  readonly name: string
  readonly milliseconds: number
}

/**
 * Measures candidates side by side: each round runs every one of them once, so that a machine that gets slower slows all of them.
 *
 * @throws {Error} when a candidate does not end with the code that it has to end with
 */
export function measureSideBySide(candidates: readonly Candidate[], rounds: number): readonly Measurement[] {
  const times = candidates.map((): number[] => [])
  for (let round = 0; round <= rounds; round += 1) {
    candidates.forEach((candidate, index) => {
      const milliseconds = run(candidate)
      // the first round fills the caches of the disk
      if (round > 0) times[index]?.push(milliseconds)
    })
  }
  return candidates.map(({ name }, index) => ({ name, milliseconds: median(times[index] ?? []) }))
}

function run({ name, command, args, cwd, env, status: expected = 0 }: Candidate): number {
  const started = process.hrtime.bigint()
  const { status, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6
  if (status !== expected) throw new Error(`${name} ended with ${String(status)}: ${stderr}`)
  return milliseconds
}

/** The middle one of all values; of an even number the upper of the two. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The greatest resident set of a Node process, in MiB, which it tells itself when it ends. */
export function peakMemory(candidate: Candidate, scratch: string): number {
  const file = join(scratch, 'peak')
  const preload = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.PEAK_FILE,String(process.resourceUsage().maxRSS)))`
  run({
    ...candidate,
    args: ['--import', preload, ...candidate.args],
    env: { ...candidate.env, PEAK_FILE: file },
  })
  const kibibytes = Number(readFileSync(file, 'utf8'))
  rmSync(file)
  return kibibytes / 1024
}
