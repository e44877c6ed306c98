import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { BuildxImage } from '../../sandbox/registry/buildx-image.ts'
import { runCommand } from '../../scripts/toolchain/run-command.ts'
import { median } from '../measure.ts'
import type { Way } from './ways.ts'
import type { SignWorld } from './world.ts'

/** What a run costs: each figure is the median of all rounds. */
export interface Cost {
  readonly milliseconds: number
  readonly entries: number
  readonly certificates: number
}

/** The first run for an image, and the same once more. */
export interface Costs {
  readonly first: Cost
  readonly second: Cost
}

/** What is measured, and how often. */
export interface Rounds {
  readonly world: SignWorld
  readonly ways: readonly Way[]
  readonly rounds: number
  /** A folder for scratch files; absolute. */
  readonly scratch: string
}

/**
 * Measures ways side by side: each round takes every one of them twice, on an image of its own, and the next round begins with another
 * one. The first round does not count.
 *
 * @throws {Error} when a run fails
 */
export async function costsSideBySide({ world, ways, rounds, scratch }: Rounds): Promise<readonly Costs[]> {
  const all = ways.map((): Costs[] => [])
  for (let round = 0; round <= rounds; round += 1) {
    const order = [...ways.entries()]
    for (const [index, way] of round % 2 === 0 ? order : order.reverse()) {
      const image = await world.push()
      const first = await costOf(way, world, image, join(scratch, `round-${round}-${index}-first`))
      const second = await costOf(way, world, image, join(scratch, `round-${round}-${index}-second`))
      if (round > 0) all[index]?.push({ first, second })
    }
  }
  return all.map((costs) => ({
    first: medianCost(costs.map(({ first }) => first)),
    second: medianCost(costs.map(({ second }) => second)),
  }))
}

async function costOf(way: Way, world: SignWorld, image: BuildxImage, folder: string): Promise<Cost> {
  const { command, args, cwd, env } = await way.prepare(world, image, folder)
  const before = world.writes()
  const started = process.hrtime.bigint()
  const finished = await runCommand(command, args, { cwd, env })
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6
  const after = world.writes()
  if (finished?.exitCode !== 0) throw new Error(`${way.name} failed: ${finished?.output ?? command}`)
  await rm(folder, { recursive: true })
  return {
    milliseconds,
    entries: after.entries - before.entries,
    certificates: after.certificates - before.certificates,
  }
}

function medianCost(costs: readonly Cost[]): Cost {
  return {
    milliseconds: median(costs.map(({ milliseconds }) => milliseconds)),
    entries: median(costs.map(({ entries }) => entries)),
    certificates: median(costs.map(({ certificates }) => certificates)),
  }
}
