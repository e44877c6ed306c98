import { coverageFault } from '../../src/domain/coverage/faults.ts'
import type { IntegrityCheck } from '../../src/domain/coverage/integrity-check.ts'
import { textAt } from '../../src/domain/shared/payload.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import type { Git } from '../../src/ports/git.ts'

/** What to do where git says why it cannot answer. */
export const GIT_HINT =
  'Check the repository out into the workspace itself, and in a container trust it: git config --global --add safe.directory <workspace>.'

/**
 * Refuses to speak for a commit that is not checked out: evidence and proof name the run's commit, so that is what must have been
 * measured. On pull requests it may be their head, alone or merged; `pull_request_target` runs for the base and proposes the head.
 *
 * @throws {Fault} `checkout-foreign`
 */
export async function checkCommit(context: RunContext, git: Git): Promise<IntegrityCheck> {
  const name = 'another commit'
  if (context.sha === undefined) return { name, result: 'not needed', detail: 'no run' }
  const head = await headCommit(git)
  if ('because' in head) return { name, result: 'not checked', detail: head.because }
  const proposed = textAt(context.payload, 'pull_request', 'head', 'sha')
  const accepted = context.event === 'pull_request_target' ? [] : [context.sha]
  const measured = [head.commit, ...(proposed === undefined ? [] : [await git.commit('HEAD^2')])]
  if (measured.some((commit) => commit !== undefined && [...accepted, proposed].includes(commit))) {
    return { name, result: 'passed', detail: head.commit.slice(0, 12) }
  }
  const wanted = proposed ?? context.sha
  throw coverageFault('checkout-foreign', {
    subject: 'the checkout',
    detail: `it is at ${head.commit.slice(0, 12)}, and the ${context.event ?? 'run'} is for ${wanted.slice(0, 12)}`,
  })
}

/** The commit that is checked out, or why it is not known: there is no repository, or git's own reason, which begins with `git`. */
async function headCommit(git: Git): Promise<{ readonly commit: string } | { readonly because: string }> {
  try {
    const commit = await git.commit('HEAD')
    return commit === undefined ? { because: 'a repository without a commit' } : { commit }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { because: /not a git repository/i.test(reason) ? 'no git repository' : reason }
  }
}
