import type { LoggedRequest } from '../../sandbox/github/request-log.ts'
import type { StepRun } from './run-step.ts'

/** One run of gitops-bump, as the runner and GitHub saw it. */
export interface BumpRun extends StepRun {
  /** What it asked of GitHub. */
  readonly requests: readonly LoggedRequest[]
}

/** A pull request as it was at the end. */
export interface DeliveredPull {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly merged: boolean
}

/** The manifests of the overlay as kustomize builds them, before and after the merge. */
export interface Builds {
  readonly before: string
  readonly after: string
}

/** What happened once a pull request was there. */
export interface Opened {
  /** The same run, next attempt. */
  readonly second: BumpRun
  readonly pull: DeliveredPull
  readonly builds: Builds
}

/** The way of one service's image to the GitOps repository. */
export interface Delivery {
  readonly service: string
  /** What is to be deployed, `registry/repository@digest`. */
  readonly image: string
  /** The coverage that the reviewer is to see, such as `75.86 % (198/261)`. */
  readonly coverage: string
  readonly first: BumpRun
  /** Undefined where the first run left no pull request. */
  readonly opened: Opened | undefined
  /** What was asked of the stand-in that it does not know. */
  readonly unmodelled: readonly string[]
  readonly seconds: number
}
