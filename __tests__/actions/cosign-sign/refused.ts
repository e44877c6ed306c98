import { expect } from '@jest/globals'

import type { Machine } from './machine.ts'

/** Runs, sees that nothing was written, and gives what was said. */
export async function refused(
  machine: Machine,
  inputs: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const run = await machine.run(inputs)
  expect(run.failed).toBe(true)
  expect(machine.cosign.runs).toEqual([])
  expect(machine.secretPaths).not.toContain('token')
  return run.annotations.map(({ message }) => message)
}
