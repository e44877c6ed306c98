import { DefaultArtifactClient } from '@actions/artifact'
import { jest } from '@jest/globals'

import type { ArtifactService } from '../../../sandbox/artifacts/service.ts'

/**
 * Runs the real artifact client as a step of a job (run id, job id): with the environment of that job, which the
 * client reads while it works (so one step at a time), its output kept back, and its pauses before a retry left
 * out.
 */
export async function stepOf<T>(
  service: ArtifactService,
  [runId, jobId]: readonly [string, string],
  step: (client: DefaultArtifactClient) => Promise<T>,
): Promise<T> {
  const environment = Object.entries(service.environment({ runId, jobId }))
  const outside = environment.map(([name]) => [name, process.env[name]] as const)
  for (const [name, value] of environment) process.env[name] = value
  const output = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  const wait = globalThis.setTimeout
  const timer = jest
    .spyOn(globalThis, 'setTimeout')
    .mockImplementation((callback, delay) => wait(callback, isRetryPause(delay) ? 0 : delay))
  try {
    return await step(new DefaultArtifactClient())
  } finally {
    timer.mockRestore()
    output.mockRestore()
    for (const [name, value] of outside) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
  }
}

/** The client waits 3 s before its first retry and up to 15.2 s before its last; its time limits are longer. */
function isRetryPause(delay = 0): boolean {
  return delay >= 3000 && delay < 16_000
}
