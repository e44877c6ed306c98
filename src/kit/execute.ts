import {
  EVIDENCE_SCHEMA,
  evidenceProblems,
  type Evidence,
  type EvidenceClaim,
} from '../domain/evidence/evidence.ts'
import type { RunContext } from '../domain/shared/run-context.ts'
import { ServiceName } from '../domain/shared/service-name.ts'
import type { ArtifactPublisher } from '../ports/artifacts.ts'
import type { Clock } from '../ports/clock.ts'
import type { FileWriter } from '../ports/files.ts'
import type { Log } from '../ports/log.ts'
import type { Annotation, Runner } from '../ports/runner.ts'
import type { ActionReport } from './action-report.ts'
import { faultReport, type ActionContract } from './fault-report.ts'
import { readInputs, secretsOf, type InputField, type InputsOf, type InputSpec } from './input-spec.ts'
import { handOver, writeArtifact } from './hand-over.ts'
import { fit } from './markdown.ts'

/** An action as the shell publishes it. */
interface PublishedAction extends ActionContract {
  /** The names of the files and folders that it may leave beside its evidence. */
  readonly files: readonly string[]
}

/** One action: its contract, and the straight line from inputs to report. */
export interface Action<S extends InputSpec, Output extends string, Ports> extends PublishedAction {
  readonly inputs: S & { readonly service: InputField<ServiceName> }
  readonly outputs: readonly Output[]
  run(inputs: InputsOf<S>, context: RunContext, ports: Ports): Promise<ActionReport<Output>>
}

/** What the shell itself needs of the machine. */
export interface Shell {
  readonly runner: Runner
  readonly log: Log
  readonly writer: FileWriter
  readonly clock: Clock
  /** Of an action that hands files to later jobs. */
  readonly artifacts?: ArtifactPublisher
}

/** GitHub shows nothing of a job summary that is larger than 1 MiB. */
const SUMMARY_BYTES = 1_000_000

/** GitHub keeps this many annotations of each level per step and cuts their messages at this many characters. */
const ANNOTATIONS_PER_LEVEL = 10
const ANNOTATION_CHARACTERS = 4096

/**
 * Runs an action and publishes its report: the only place that writes evidence, files and outputs, and that decides whether the
 * step is red. Whatever is thrown turns it red, and what is known is published all the same.
 */
export async function execute<S extends InputSpec, Output extends string, Ports>(
  action: Action<S, Output, Ports>,
  shell: Shell,
  ports: Ports,
): Promise<void> {
  const { runner, log } = shell
  const secrets = secretsOf(action.inputs, (name) => runner.input(name))
  for (const secret of secrets) log.mask(secret)
  try {
    // whatever becomes of this run, what an earlier one said of the service is not what it says
    await clear(action, shell)
    const report = await action.run(
      readInputs<S>(action.inputs, (name) => runner.input(name)),
      runner.context(),
      ports,
    )
    await publish(action, report, shell)
  } catch (error) {
    if (error instanceof Error) log.debug(error.stack ?? error.message)
    await publish(action, faultReport(action, error, secrets), shell)
  }
}

async function publish(action: PublishedAction, report: ActionReport, shell: Shell): Promise<void> {
  const written = await writeFiles(action, report, shell).catch((error: unknown) => {
    if (report.conclusion === 'success') throw error
    // evidence of a failure is worth having, and a disk that takes none is not worth hiding the failure for
    shell.log.info(`No evidence was written: ${error instanceof Error ? error.message : String(error)}`)
    return {}
  })
  for (const line of report.log) shell.log.info(line)
  const annotated = report.annotations.some(({ message }) => message === report.headline)
  if (report.conclusion === 'success' && !annotated) shell.log.info(`${action.name}: ${report.headline}`)
  await shell.runner.publish({
    ...publicationOf(action, report),
    outputs: { ...defined(report.outputs), ...written },
  })
}

function publicationOf(
  action: ActionContract,
  report: ActionReport,
): { annotations: readonly Annotation[]; summary: string; failed: boolean } {
  const failed = report.conclusion === 'failure'
  const verdict: Annotation = { level: 'error', title: action.name, message: report.headline }
  return {
    annotations: withinLimits(failed ? [verdict, ...report.annotations] : report.annotations),
    summary: fit(report.summary, SUMMARY_BYTES),
    failed,
  }
}

/** Writes the report's files and its evidence, and gives the outputs that point at them. */
async function writeFiles(
  action: PublishedAction,
  report: ActionReport,
  shell: Shell,
): Promise<Readonly<Record<string, string>>> {
  const service = serviceOf(shell.runner)
  if (service === undefined) return {}
  await clear(action, shell)
  const context = shell.runner.context()
  const folder = folderOf(context, service)
  const outputs: Record<string, string> = {}
  const files: { name: string; sha256: string }[] = []
  for (const { name, content, pathOutput, digestOutput } of report.files) {
    if (!action.files.includes(name)) throw new TypeError(`${action.name} does not declare the file ${name}`)
    const sha256 = await shell.writer.write(`${folder}/${name}`, content)
    files.push({ name, sha256 })
    outputs[pathOutput] = `${folder}/${name}`
    if (digestOutput !== undefined) outputs[digestOutput] = sha256
  }
  if (report.artifact) files.push(...(await writeArtifact(report.artifact, folder, shell)))
  const path = `${folder}/${evidenceName(action)}`
  const document = evidenceOf(action, report.evidence, {
    service,
    context,
    files,
    createdAt: shell.clock.now(),
  })
  const content = `${JSON.stringify(document, null, 2)}\n`
  outputs['evidence-sha256'] = await shell.writer.write(path, content)
  outputs['evidence'] = path
  if (report.artifact) await handOver(report.artifact, { document, content }, folder, shell)
  return outputs
}

/** Removes what the action can have left of the service: the evidence first, as it is what pins the rest. */
async function clear(action: PublishedAction, { runner, writer }: Shell): Promise<void> {
  const service = serviceOf(runner)
  if (service === undefined) return
  const folder = folderOf(runner.context(), service)
  for (const name of [evidenceName(action), ...action.files]) await writer.remove(`${folder}/${name}`)
}

function folderOf({ temp }: RunContext, service: ServiceName): string {
  return `${temp}/evidence/${service.text}`
}

function evidenceName({ name }: ActionContract): string {
  return `${name}.json`
}

function evidenceOf(
  action: ActionContract,
  claim: EvidenceClaim,
  known: {
    readonly service: ServiceName
    readonly context: RunContext
    readonly files: Evidence['files']
    readonly createdAt: string
  },
): Evidence {
  const document: Evidence = {
    schema: EVIDENCE_SCHEMA,
    action: action.name,
    service: known.service.text,
    ...claim,
    source: sourceOf(known.context),
    files: known.files,
    createdAt: known.createdAt,
  }
  const problems = evidenceProblems(document)
  if (problems.length > 0)
    throw new TypeError(`the evidence to be written is not evidence v1: ${problems.join('; ')}`)
  return document
}

function sourceOf(context: RunContext): Evidence['source'] {
  return {
    repository: context.repository ?? null,
    sha: context.sha ?? null,
    ref: context.ref ?? null,
    event: context.event ?? null,
    runId: context.runId ?? null,
    runAttempt: context.runAttempt ?? null,
    workflowRef: context.workflowRef ?? null,
    job: context.job ?? null,
  }
}

function serviceOf(runner: Runner): ServiceName | undefined {
  try {
    return ServiceName.parse(runner.input('service')?.trim() ?? '')
  } catch {
    return undefined
  }
}

function withinLimits(annotations: readonly Annotation[]): readonly Annotation[] {
  const counts = { error: 0, warning: 0, notice: 0 }
  return annotations
    .filter(({ level }) => ++counts[level] <= ANNOTATIONS_PER_LEVEL)
    .map((annotation) => ({ ...annotation, message: annotation.message.slice(0, ANNOTATION_CHARACTERS) }))
}

function defined(outputs: Readonly<Partial<Record<string, string>>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outputs).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
