import { coverageFault } from '../../src/domain/coverage/faults.ts'
import type { IntegrityCheck } from '../../src/domain/coverage/integrity-check.ts'
import { textAt } from '../../src/domain/shared/payload.ts'
import type { RunContext } from '../../src/domain/shared/run-context.ts'
import type { Git } from '../../src/ports/git.ts'

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
  if (head === undefined) return { name, result: 'not checked', detail: 'no git repository' }
  const proposed = textAt(context.payload, 'pull_request', 'head', 'sha')
  const accepted = context.event === 'pull_request_target' ? [] : [context.sha]
  const measured = [head, ...(proposed === undefined ? [] : [await git.commit('HEAD^2')])]
  if (measured.some((commit) => commit !== undefined && [...accepted, proposed].includes(commit))) {
    return { name, result: 'passed', detail: head.slice(0, 12) }
  }
  const wanted = proposed ?? context.sha
  throw coverageFault('checkout-foreign', {
    subject: 'the checkout',
    detail: `it is at ${head.slice(0, 12)}, and the ${context.event ?? 'run'} is for ${wanted.slice(0, 12)}`,
  })
}

async function headCommit(git: Git): Promise<string | undefined> {
  try {
    return await git.commit('HEAD')
  } catch {
    return undefined
  }
}
