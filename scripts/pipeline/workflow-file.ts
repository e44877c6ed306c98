import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { parse } from 'yaml'

/** Where GitHub looks for workflows, relative to the repository. */
const WORKFLOWS_FOLDER = '.github/workflows'

/** A step, as far as the pipeline reads it. */
interface WorkflowStep {
  /** The id, or the position in the job, from 0, as act names steps without one. */
  readonly id: string
  readonly uses: string | undefined
  readonly condition: string
  readonly inputs: Readonly<Record<string, string>>
}

/** A job, as far as the pipeline reads it. */
export interface WorkflowJob {
  readonly id: string
  readonly runsOn: string
  readonly timeoutMinutes: number
  readonly needs: readonly string[]
  /** The expressions of the job outputs. */
  readonly outputs: Readonly<Record<string, string>>
  readonly steps: readonly WorkflowStep[]
}

/** A workflow file of one service. */
export interface WorkflowFile {
  /** Relative to the repository, with `/`. */
  readonly path: string
  readonly service: string
  readonly jobs: readonly WorkflowJob[]
}

/** GitHub's limit for a job that sets none. */
const DEFAULT_TIMEOUT_MINUTES = 360

/**
 * Finds the pipelines of services: the workflow files whose name is `<service>-ci`.
 *
 * @param repository absolute path
 * @returns by service name
 * @throws Error when two files claim one service, or a file cannot be read
 */
export async function discoverWorkflows(repository: string): Promise<ReadonlyMap<string, WorkflowFile>> {
  const workflows = new Map<string, WorkflowFile>()
  for (const file of (await readdir(join(repository, WORKFLOWS_FOLDER))).sort()) {
    if (!/\.ya?ml$/.test(file)) continue
    const path = `${WORKFLOWS_FOLDER}/${file}`
    const workflow = parseWorkflow(path, await readFile(join(repository, path), 'utf8'))
    if (workflow === undefined) continue
    const other = workflows.get(workflow.service)
    if (other) throw new Error(`${other.path} and ${path} are both the pipeline of ${workflow.service}`)
    workflows.set(workflow.service, workflow)
  }
  return workflows
}

/**
 * Reads a workflow file.
 *
 * @param path relative to the repository
 * @returns undefined when the file is not the pipeline of a service
 * @throws Error when the text is not a workflow
 */
export function parseWorkflow(path: string, text: string): WorkflowFile | undefined {
  const document = record(parse(text), path)
  const name = document['name']
  const service = typeof name === 'string' ? /^(.+)-ci$/.exec(name)?.[1] : undefined
  if (service === undefined) return undefined
  const jobs = Object.entries(record(document['jobs'], `${path}: jobs`))
  return {
    path,
    service,
    jobs: jobs.map(([id, job]) => readJob(id, record(job, `${path}: jobs.${id}`), path)),
  }
}

function readJob(id: string, job: Readonly<Record<string, unknown>>, path: string): WorkflowJob {
  const where = `${path}: jobs.${id}`
  const { steps, needs = [], outputs = {} } = job
  if (!Array.isArray(steps)) throw new Error(`${where} has no steps`)
  return {
    id,
    runsOn: text(job['runs-on'], `${where}.runs-on`),
    timeoutMinutes: Number(job['timeout-minutes'] ?? DEFAULT_TIMEOUT_MINUTES),
    needs: [needs].flat().map((need) => text(need, `${where}.needs`)),
    outputs: texts(outputs, `${where}.outputs`),
    steps: steps.map((step, index) => readStep(record(step, `${where}.steps`), index, where)),
  }
}

function readStep(step: Readonly<Record<string, unknown>>, index: number, where: string): WorkflowStep {
  const { id = index, uses, if: condition = '', with: inputs = {} } = step
  return {
    id: text(id, `${where}.steps.id`),
    uses: uses === undefined ? undefined : text(uses, `${where}.steps.uses`),
    condition: text(condition, `${where}.steps.if`),
    inputs: texts(inputs, `${where}.steps.with`),
  }
}

function record(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${where} is not a mapping`)
  return value as Readonly<Record<string, unknown>>
}

function texts(value: unknown, where: string): Readonly<Record<string, string>> {
  const entries = Object.entries(record(value, where))
  return Object.fromEntries(entries.map(([name, entry]) => [name, text(entry, `${where}.${name}`)]))
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Error(`${where} is not a text`)
}
