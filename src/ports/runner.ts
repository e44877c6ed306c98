import type { RunContext } from '../domain/shared/run-context.ts'

/** An error, warning or notice on a file and line range; `file` is relative to the root of the repository, with `/`. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly file?: string
  readonly startLine?: number
  readonly endLine?: number
}

/** All that a finished action tells the runner, in the order it is told. */
export interface Publication {
  readonly annotations: readonly Annotation[]
  readonly outputs: Readonly<Record<string, string>>
  /** GitHub-flavoured markdown, at most 1 MiB. */
  readonly summary: string
  /** True turns the step red. */
  readonly failed: boolean
}

/** The machine that runs the step: GitHub's runner, act, or a shell. */
export interface Runner {
  /** The raw text of an input; undefined when it was not given. */
  input(name: string): string | undefined
  context(): RunContext
  publish(publication: Publication): Promise<void>
}
