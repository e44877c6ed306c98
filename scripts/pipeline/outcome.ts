import type { CoverageArtifact } from './coverage-artifact.ts'
import type { JobResult } from './job-log.ts'
import type { EventName } from './workflow-event.ts'
import type { WorkflowFile } from './workflow-file.ts'

/** What became of one run of one workflow. */
export interface Outcome {
  readonly event: EventName
  /** `GITHUB_RUN_ID` */
  readonly runId: string
  readonly workflow: WorkflowFile
  readonly jobs: readonly JobResult[]
  /** Null when act was stopped. */
  readonly exitCode: number | null
  /** What act said outside of the jobs. */
  readonly messages: readonly string[]
  /** Undefined where no evidence was uploaded. */
  readonly coverage: CoverageArtifact | undefined
  /** From start to end. */
  readonly seconds: number
}
