import type { JobResult } from './job-log.ts'
import type { WorkflowJob } from './workflow-file.ts'

/**
 * The outputs of a job, which act does not print, from those of its steps.
 *
 * @throws Error when an output is not plainly that of a step, e.g. `${{ steps.coverage.outputs.percent }}`
 */
export function jobOutputs(job: WorkflowJob, result: JobResult): Readonly<Record<string, string>> {
  const outputs = Object.entries(job.outputs).map(([name, expression]) => {
    const [, step, output] = /^\$\{\{\s*steps\.([\w-]+)\.outputs\.([\w-]+)\s*\}\}$/.exec(expression) ?? []
    if (output === undefined) throw new Error(`the output ${name} of job ${job.id} is not that of a step`)
    return [name, result.steps.find(({ id }) => id === step)?.outputs[output] ?? ''] as const
  })
  return Object.fromEntries(outputs)
}
