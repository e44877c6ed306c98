import { known, UnknownNameError } from './arguments.ts'
import type { Break } from './breaks/break.ts'
import type { WorkflowFile } from './workflow-file.ts'

/**
 * Chooses the workflows to run: those of the named services, else that of the break's service, else all.
 *
 * @throws UnknownNameError when a service has no workflow, or the break is in another service
 */
export function chooseWorkflows(
  workflows: ReadonlyMap<string, WorkflowFile>,
  services: readonly string[],
  damage: Break | undefined,
): WorkflowFile[] {
  const names = [...workflows.keys()]
  known('service', services, names)
  if (damage && services.some((service) => service !== damage.service)) {
    throw new UnknownNameError(`service for --break ${damage.name}:`, services.join(', '), [damage.service])
  }
  const wanted = damage ? [damage.service] : services.length > 0 ? services : names
  return [...workflows.values()].filter(({ service }) => wanted.includes(service))
}
