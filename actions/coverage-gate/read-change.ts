import { parseChangedLines, type ChangedLines } from '../../src/domain/coverage/changed-lines.ts'
import { textAt } from '../../src/domain/shared/payload.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import type { Git } from '../../src/ports/git.ts'

/** The lines that the event's change adds; without them, why. */
export type Change =
  | { readonly kind: 'known'; readonly lines: ChangedLines; readonly base: string }
  /** The event changes nothing: a tag, a schedule. */
  | { readonly kind: 'none'; readonly because: string }
  /** It does, and git cannot say what. */
  | { readonly kind: 'unavailable'; readonly because: string }

/** Finds the change that the run is for, in the local clone. */
export async function readChange(context: RunContext, git: Git): Promise<Change> {
  const wanted = wantedBase(context)
  if (!('base' in wanted)) return wanted
  try {
    const base = await findBase(wanted, git)
    if (base === undefined) {
      return {
        kind: 'unavailable',
        because: `the clone does not hold ${wanted.base} and the commits after it`,
      }
    }
    return { kind: 'known', base, lines: parseChangedLines(await git.diff(base, 'HEAD')) }
  } catch (error) {
    return { kind: 'unavailable', because: error instanceof Error ? error.message : String(error) }
  }
}

interface WantedBase {
  readonly base: string
  /** The tip of the pull request, which the runner merges into the base. */
  readonly mergedHead: string | undefined
}

const NO_COMMIT = /^0+$/

function wantedBase({ event, payload }: RunContext): WantedBase | Exclude<Change, { kind: 'known' }> {
  const known = (base: string | undefined, mergedHead?: string): ReturnType<typeof wantedBase> =>
    base === undefined
      ? { kind: 'unavailable', because: `the payload of the ${event ?? 'event'} names no base` }
      : { base, mergedHead }
  const none = (because: string): Change & { kind: 'none' } => ({ kind: 'none', because })
  switch (event) {
    case 'pull_request':
    case 'pull_request_target':
      return known(
        textAt(payload, 'pull_request', 'base', 'sha'),
        textAt(payload, 'pull_request', 'head', 'sha'),
      )
    case 'merge_group':
      return known(textAt(payload, 'merge_group', 'base_sha'))
    case 'push': {
      const before = textAt(payload, 'before')
      return before !== undefined && NO_COMMIT.test(before) ? none('the ref is new') : known(before)
    }
    default:
      return none(event === undefined ? 'there is no event' : `a ${event} has none`)
  }
}

/**
 * The commit to compare with. The runner checks a pull request out as a merge of its head into the base as it is now, so the first
 * parent of that merge is exact; in any other case it is where the two histories part.
 */
async function findBase({ base, mergedHead }: WantedBase, git: Git): Promise<string | undefined> {
  if (mergedHead !== undefined && (await git.commit('HEAD^2')) === mergedHead) return git.commit('HEAD^1')
  return git.mergeBase(base, 'HEAD')
}
