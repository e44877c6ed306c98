import { mkdir, symlink } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'

import { startArtifactService } from '../../sandbox/artifacts/service.ts'
import { provideTools } from '../toolchain/provide.ts'
import { type ActionsExport, CHECKOUT, exportActions } from './actions-export.ts'
import { copyExample, createApplication } from './application.ts'
import type { Break } from './breaks/break.ts'
import { serviceFolder } from './gate-steps.ts'
import { runGitopsStage } from './gitops-stage.ts'
import { runImageStage } from './image-stage.ts'
import type { Publication } from './image-stage-publication.ts'
import { openImageSite, type ImageTools } from './image-stage-site.ts'
import type { Delivery } from './gitops-stage-delivery.ts'
import type { Outcome } from './outcome.ts'
import { chooseWorkflows } from './plan.ts'
import type { Progress } from './progress.ts'
import { resolveActions, type ResolvedRepository } from './resolve-actions.ts'
import type { RunFolder } from './run-folder.ts'
import { runWorkflow } from './run-workflow.ts'
import { changeService } from './service-change.ts'
import { sideBySide } from './side-by-side.ts'
import { prepareStandIns } from './stand-ins.ts'
import { usesOf } from './used-actions.ts'
import { type EventName, workflowEvent } from './workflow-event.ts'
import { discoverWorkflows, type WorkflowFile } from './workflow-file.ts'

/** The application's folder in this checkout. */
const EXAMPLE = 'examples/bookstore'

/** The GitOps repository's folder in this checkout. */
const GITOPS_EXAMPLE = 'examples/bookstore-gitops'

/** What is to be run. */
export interface PipelineOptions {
  /** Empty means every service. */
  readonly services: readonly string[]
  readonly events: readonly EventName[]
  readonly damage: Break | undefined
  readonly folder: RunFolder
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** What was run, and what became of it. */
export interface PipelineResult {
  readonly outcomes: readonly Outcome[]
  /** The images of a push that every gate let through. */
  readonly publications: readonly Publication[]
  /** What came to the GitOps repository of a push that every gate let through. */
  readonly deliveries: readonly Delivery[]
  readonly repositories: readonly ResolvedRepository[]
  readonly actions: ActionsExport
}

/**
 * Runs the workflow files of the application for a pull request and for the push that its merge makes, builds and signs the images of
 * the push, and carries them to the GitOps repository.
 *
 * @throws UnknownNameError when a service has no workflow
 * @throws UnresolvedActionsError before anything runs, when an action that is used is not here
 * @throws ToolUnavailableError when a tool cannot be had
 */
export async function runPipeline(options: PipelineOptions): Promise<PipelineResult> {
  const { folder, progress, damage } = options
  const application = folder.at('application')
  await copyExample(CHECKOUT, EXAMPLE, application)
  const workflows = await discoverWorkflows(application)
  const chosen = chooseWorkflows(workflows, options.services, damage)
  const actions = await exportActions(CHECKOUT, folder.at('actions'))
  if (actions.uncommitted.length > 0) sayUncommitted(actions, progress)
  await prepareStandIns(
    join(CHECKOUT, 'sandbox', 'third-party'),
    join(CHECKOUT, 'node_modules'),
    folder.at('stand-ins'),
  )
  const sources = { own: actions.folder, standIns: folder.at('stand-ins') }
  const repositories = await resolveActions(usesOf(chosen), sources)
  const tools = await provideCommands(options)
  const { remote, history } = await createApplication(application, folder.at('github', 'bookstore.git'), () =>
    changeApplication(application, workflows, damage),
  )
  await using artifacts = await startArtifactService({ folder: folder.at('artifacts') })
  const firstRunId = Date.now()
  const runs = options.events
    .flatMap((name) => chosen.map((workflow) => ({ workflow, event: workflowEvent(name, history) })))
    .map((run, index) => ({ ...run, runId: String(firstRunId + index) }))
  const sandbox = {
    ...options,
    act: tools.act,
    bin: folder.at('bin'),
    application,
    remote,
    repositories,
    artifacts,
  }
  const tasks = runs.map((run) => () => {
    options.signal.throwIfAborted()
    return runWorkflow(run, sandbox)
  })
  const outcomes = await sideBySide(tasks, availableParallelism())
  const pushed = damage ? [] : outcomes.filter(({ event }) => event === 'push')
  if (pushed.length === 0) return { outcomes, publications: [], deliveries: [], repositories, actions }
  const gitops = folder.at('gitops')
  await copyExample(CHECKOUT, GITOPS_EXAMPLE, gitops)
  const place = { ...options, ...tools, event: workflowEvent('push', history), actions: actions.folder }
  await using site = await openImageSite({
    folder,
    tools,
    artifacts,
    gitops,
    onProgress: progressOf(options),
  })
  const publications = await runImageStage(pushed, { ...place, site, files: application }, options.signal)
  const deliveries = await runGitopsStage({
    ...place,
    outcomes: pushed,
    publications,
    application: remote,
    gitops,
  })
  return { outcomes, publications, deliveries, repositories, actions }
}

function progressOf({ progress }: PipelineOptions): (line: string) => void {
  return (line) => {
    progress.say(line)
  }
}

function sayUncommitted(
  { uncommitted: [first = '', ...others], commit }: ActionsExport,
  progress: Progress,
): void {
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  progress.say(`not in this run, which uses HEAD (${commit.slice(0, 12)}): changes that are not committed`)
  progress.say(`  in ${first}${more}`)
}

/** What a run needs in the end, so that nothing is built in the middle of it. */
const TOOLS = [
  'act',
  'cosign-v3',
  'golangci-lint',
  'ko',
  'kustomize',
  'kyverno',
  'node24',
  'registry',
  'syft',
] as const

/** The absolute paths of the executables that the pipeline itself starts. */
interface Commands extends ImageTools {
  readonly act: string
  readonly node: string
  readonly kustomize: string
}

/** Provides the tools, and puts the commands that steps look for into one folder. */
async function provideCommands(options: PipelineOptions): Promise<Commands> {
  const { folder } = options
  const onProgress = progressOf(options)
  const tools = await provideTools(TOOLS, { onProgress })
  await mkdir(folder.at('bin'))
  for (const { path } of [tools['golangci-lint'], tools.node24]) {
    await symlink(path, folder.at('bin', basename(path)))
  }
  return {
    act: tools.act.path,
    node: tools.node24.path,
    kustomize: tools.kustomize.path,
    ko: tools.ko.path,
    syft: tools.syft.path,
    cosign: tools['cosign-v3'].path,
  }
}

/** Every service gets the change; the break, if any, comes with it. */
async function changeApplication(
  application: string,
  workflows: ReadonlyMap<string, WorkflowFile>,
  damage: Break | undefined,
): Promise<void> {
  for (const workflow of workflows.values()) {
    const sources = join(application, serviceFolder(workflow))
    await changeService(sources)
    if (damage?.service === workflow.service) await damage.apply(sources)
  }
}
