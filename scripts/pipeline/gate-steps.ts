import { OWN_REPOSITORY, parseUses } from './used-actions.ts'
import type { WorkflowFile } from './workflow-file.ts'

/** A step that runs an action of this project. */
export interface GateStep {
  /** The folder of the action in this project, e.g. `coverage-gate`. */
  readonly action: string
  readonly job: string
  readonly step: string
  readonly inputs: Readonly<Record<string, string>>
}

/** @returns the steps of a workflow that run an action of this project, in their order */
export function gateSteps({ path, jobs }: WorkflowFile): GateStep[] {
  return jobs.flatMap(({ id: job, steps }) =>
    steps.flatMap(({ id: step, uses, inputs }) => {
      const used = uses === undefined ? undefined : parseUses(uses, [], path)
      return used?.repository === OWN_REPOSITORY ? [{ action: used.path, job, step, inputs }] : []
    }),
  )
}

/**
 * The folder of a service's sources: where its coverage is measured.
 *
 * @returns relative to the repository
 * @throws Error when the workflow has no coverage gate
 */
export function serviceFolder(workflow: WorkflowFile): string {
  const gate = gateSteps(workflow).find(({ action }) => action === 'coverage-gate')
  if (gate === undefined) throw new Error(`${workflow.path} has no coverage-gate`)
  return gate.inputs['working-directory'] ?? '.'
}
