import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { ArtifactService } from '../../sandbox/artifacts/service.ts'
import { runAct } from './act.ts'
import { checkCoverageArtifact, type CoverageArtifact } from './coverage-artifact.ts'
import { gateSteps } from './gate-steps.ts'
import { machineEnvironment, runVariables, type WorkflowRun } from './job-environment.ts'
import { JobLog, type JobResult } from './job-log.ts'
import { jobOutputs } from './job-outputs.ts'
import type { Outcome } from './outcome.ts'
import type { Progress } from './progress.ts'
import type { ResolvedRepository } from './resolve-actions.ts'
import type { RunFolder } from './run-folder.ts'
import { APPLICATION_REPOSITORY } from './workflow-event.ts'
import { readZip } from './zip.ts'

/** What all runs share. Paths are absolute. */
export interface Sandbox {
  readonly folder: RunFolder
  readonly act: string
  /** The folder of the commands that come first on PATH. */
  readonly bin: string
  /** The application's files. */
  readonly application: string
  /** Its bare repository. */
  readonly remote: string
  readonly repositories: readonly ResolvedRepository[]
  readonly artifacts: ArtifactService
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** Runs one workflow file for one event, and reads what it left. */
export async function runWorkflow(run: WorkflowRun, sandbox: Sandbox): Promise<Outcome> {
  const { workflow, event, runId } = run
  const { folder, artifacts, progress } = sandbox
  const start = progress.seconds
  const name = `${event.name}-${workflow.service}`
  const machine = await prepareMachine(run, sandbox, folder.at('runs', name))
  const log = new JobLog()
  const watch = progress.watch({ event: event.name, service: workflow.service })
  const end = await runAct(
    {
      ...machine,
      event: event.name,
      workflow: workflow.path,
      labels: [...new Set(workflow.jobs.map(({ runsOn }) => runsOn))],
      repositories: sandbox.repositories,
      variables: {
        ...runVariables(run),
        ...artifacts.environment({ runId, jobId: name.replaceAll('_', '-') }),
      },
    },
    {
      act: sandbox.act,
      env: machineEnvironment({
        env: process.env,
        bin: sandbox.bin,
        temp: machine.temp,
        workspaces: machine.workspaces,
        remote: sandbox.remote,
      }),
      log: join(folder.logs, `${name}.log`),
      signal: AbortSignal.any([sandbox.signal, AbortSignal.timeout(timeLimit(run))]),
      onRecord: (record) => {
        log.add(record)
        watch(record)
      },
    },
  )
  const coverage = await readCoverage(run, log.jobs, artifacts)
  const seconds = progress.seconds - start
  return { event: event.name, runId, workflow, jobs: log.jobs, ...end, coverage, seconds }
}

/** The folders of one run; act gets the workflow file and nothing else of the application: steps check it out. */
async function prepareMachine(
  { workflow, event }: WorkflowRun,
  { application }: Sandbox,
  root: string,
): Promise<{ folder: string; payload: string; cache: string; temp: string; workspaces: string }> {
  const machine = {
    folder: join(root, 'repository'),
    payload: join(root, 'event.json'),
    cache: join(root, 'cache'),
    temp: join(root, 'temp'),
    workspaces: join(root, 'workspaces'),
  }
  const copy = join(machine.folder, workflow.path)
  for (const path of [dirname(copy), machine.cache, machine.temp]) await mkdir(path, { recursive: true })
  await copyFile(join(application, workflow.path), copy)
  await writeFile(machine.payload, JSON.stringify(event.payload, null, 2))
  return machine
}

/** act does not hold jobs to their limits. In milliseconds. */
function timeLimit({ workflow }: WorkflowRun): number {
  return workflow.jobs.reduce((sum, { timeoutMinutes }) => sum + timeoutMinutes, 0) * 60_000
}

async function readCoverage(
  { workflow, event, runId }: WorkflowRun,
  jobs: readonly JobResult[],
  artifacts: ArtifactService,
): Promise<CoverageArtifact | undefined> {
  const name = `coverage-${workflow.service}`
  const content = artifacts.artifacts(runId).find((artifact) => artifact.name === name)?.content
  const gate = gateSteps(workflow).find(({ action }) => action === 'coverage-gate')
  const definition = workflow.jobs.find(({ id }) => id === gate?.job)
  const job = jobs.find(({ id }) => id === gate?.job)
  if (!content || !definition || !job) return undefined
  const files = readZip(await readFile(content.file))
  const { service } = workflow
  const owner = { repository: APPLICATION_REPOSITORY, sha: event.sha, runId, service }
  return checkCoverageArtifact(files, jobOutputs(definition, job), owner)
}
