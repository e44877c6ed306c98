import type { OverlayEdit } from '../../src/domain/gitops/overlay-edit.ts'

export type Result = 'created' | 'updated' | 'unchanged' | 'merged-elsewhere' | 'stale' | 'skipped'

/** What became of auto-merge. */
export type AutoMergeOutcome = 'enabled' | 'merged' | 'queued' | 'off' | 'refused'

/** What a bump did. */
export interface Outcome {
  readonly result: Result
  /** What was done and why, as a sentence without the service and without a full stop. */
  readonly sentence: string
  /** What it is about; undefined where no overlay is. */
  readonly proposal?: {
    readonly branch: string
    readonly base: string
    readonly edits: readonly OverlayEdit[]
  }
  readonly pull?: { readonly number: number; readonly url: string }
  readonly commit?: { readonly oid: string; readonly verified: boolean }
  readonly autoMerge?: AutoMergeOutcome
  /** What a person should know: warnings, as sentences. */
  readonly notes: readonly string[]
}

/** A pass that came too late: everything is to be read and decided anew. */
export interface Again {
  readonly again: string
}

export type PassEnd = Outcome | Again
