import type { RunContext } from '../../src/domain/shared/run-context.ts'
import type { Pause } from '../../src/ports/pause.ts'
import type { ServiceReports } from './evidence.ts'
import type { GitOps } from './ports.ts'
import type { Answers, Scene } from './scene.ts'
import type { Target } from './target.ts'

/** One pass, with all that it knows and all that it may use. */
export interface Pass {
  readonly target: Target
  readonly scene: Scene
  readonly gitops: GitOps
  readonly answers: Answers
  readonly reports: ServiceReports
  readonly context: RunContext
  readonly pause: Pause
  /** What earlier passes of this run did. */
  readonly memory: {
    /** The commit that was made, whether or not the answer to moving the branch there arrived. */
    commit?: { readonly oid: string; readonly verified: boolean }
    /** The head that a pull request was opened for, whether or not the answer arrived. */
    opening?: string | undefined
    /** Warnings of what was done. */
    notes?: readonly string[]
    /** The approval that GitHub would not dismiss, by its id. */
    undismissed?: number
    /** The pull request whose text was written after another run had moved it, or had closed it as it was. */
    overwrote?: { readonly number: number; readonly was: 'moved' | 'closed' }
    /** The head of a branch that was not deleted. */
    undeleted?: string
    /** Mergeability was unknown, and waited for once. */
    waited?: boolean
  }
}
