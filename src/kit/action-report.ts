import type { EvidenceClaim } from '../domain/evidence/evidence.ts'
import type { Annotation } from '../ports/runner.ts'
import type { Markdown } from './markdown.ts'

/** A file that an action leaves beside its evidence. */
export interface ReportFile {
  /** The file's name, without a folder. */
  readonly name: string
  readonly content: string
  /** The output that carries its path. */
  readonly pathOutput: string
  /** The output that carries its SHA-256 in hex. */
  readonly digestOutput?: string
}

/**
 * What later jobs of the run get under one name: these files, whose SHA-256 the evidence holds, and the evidence itself as
 * `evidence/<action>.json`.
 */
export interface ReportArtifact {
  readonly name: string
  /** Paths in the artifact; the last part of each is of one file alone. */
  readonly files: readonly { readonly path: string; readonly content: string }[]
}

/** What an action has to say, as plain data: the shell publishes it, the tests compare it. */
export interface ActionReport<Output extends string = string> {
  /** A failure turns the step red. */
  readonly conclusion: 'success' | 'failure'
  /** One sentence: the verdict and the figures behind it. */
  readonly headline: string
  /** Further lines for the log. */
  readonly log: readonly string[]
  readonly outputs: Readonly<Partial<Record<Output, string>>>
  readonly summary: Markdown
  readonly annotations: readonly Annotation[]
  readonly files: readonly ReportFile[]
  /** Uploaded before anything is published: where that fails, so does the action. */
  readonly artifact?: ReportArtifact
  readonly evidence: EvidenceClaim
}
