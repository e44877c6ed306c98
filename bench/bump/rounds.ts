import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { runCommand } from '../../scripts/toolchain/run-command.ts'
import { median } from '../measure.ts'
import type { Way } from './ways.ts'
import type { BumpWorld } from './world.ts'

/** What a bump costs: each figure is the median of all rounds. */
export interface Cost {
  readonly milliseconds: number
  readonly requests: number
  readonly bytes: number
}

/** What is bumped, and how often. */
export interface Rounds {
  readonly world: BumpWorld
  readonly deployed: 'older' | 'same'
  readonly ways: readonly Way[]
  readonly rounds: number
  /** A folder for scratch files; absolute. */
  readonly scratch: string
}

/** Measures ways side by side: each round takes every one of them once, on a repository of its own. The first round does not count. */
export async function costsSideBySide({ ways, rounds, ...place }: Rounds): Promise<readonly Cost[]> {
  const costs = ways.map((): Cost[] => [])
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, way] of ways.entries()) {
      const cost = await costOf(way, place, `round-${round}-${index}`)
      if (round > 0) costs[index]?.push(cost)
    }
  }
  return costs.map((all) => ({
    milliseconds: median(all.map(({ milliseconds }) => milliseconds)),
    requests: median(all.map(({ requests }) => requests)),
    bytes: median(all.map(({ bytes }) => bytes)),
  }))
}

async function costOf(
  way: Way,
  { world, deployed, scratch }: Omit<Rounds, 'ways' | 'rounds'>,
  name: string,
): Promise<Cost> {
  const folder = join(scratch, name)
  const destination = world.destination(deployed)
  const { command, args, cwd, env } = await way.prepare(world, destination, folder)
  const before = world.traffic()
  const started = process.hrtime.bigint()
  const finished = await runCommand(command, args, { cwd, env })
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6
  const after = world.traffic()
  if (finished?.exitCode !== 0) throw new Error(`${way.name} failed: ${finished?.output ?? command}`)
  const wanted = deployed === 'older' ? 1 : 0
  const pulls = destination.repository.pulls().length
  if (pulls !== wanted) throw new Error(`${way.name} left ${pulls} pull requests, not ${wanted}`)
  await rm(folder, { recursive: true })
  return { milliseconds, requests: after.requests - before.requests, bytes: after.bytes - before.bytes }
}
