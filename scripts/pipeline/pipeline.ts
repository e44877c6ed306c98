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
  /** What came to the GitOps repository of a push that every gate let through. */
  readonly deliveries: readonly Delivery[]
  readonly repositories: readonly ResolvedRepository[]
  readonly actions: ActionsExport
}

/**
 * Runs the workflow files of the application for a pull request and for the push that its merge makes, and carries what the push
 * would have built to the GitOps repository.
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
  const deliveries = await runGitopsStage({
    ...options,
    ...tools,
    outcomes: damage ? [] : outcomes.filter(({ event }) => event === 'push'),
    event: workflowEvent('push', history),
    application: remote,
    actions: actions.folder,
  })
  return { outcomes, deliveries, repositories, actions }
}

function sayUncommitted(
  { uncommitted: [first = '', ...others], commit }: ActionsExport,
  progress: Progress,
): void {
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  progress.say(`not in this run, which uses HEAD (${commit.slice(0, 12)}): changes that are not committed`)
  progress.say(`  in ${first}${more}`)
}

/** The absolute paths of the executables that the pipeline itself starts. */
interface Commands {
  readonly act: string
  readonly node: string
  readonly kustomize: string
}

/** Provides the tools, and puts the commands that steps look for into one folder. */
async function provideCommands({ folder, progress }: PipelineOptions): Promise<Commands> {
  const onProgress = (line: string): void => {
    progress.say(line)
  }
  const tools = await provideTools(['act', 'golangci-lint', 'kustomize', 'node24'], { onProgress })
  await mkdir(folder.at('bin'))
  for (const { path } of [tools['golangci-lint'], tools.node24]) {
    await symlink(path, folder.at('bin', basename(path)))
  }
  return { act: tools.act.path, node: tools.node24.path, kustomize: tools.kustomize.path }
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
