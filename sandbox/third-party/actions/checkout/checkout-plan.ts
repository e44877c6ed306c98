/** What a run asks to be checked out. */
export interface WantedCommit {
  /** The full ref of the run, e.g. `refs/heads/main` or `refs/pull/7/merge`. */
  readonly ref: string
  readonly sha: string
  /** The input `fetch-depth`. */
  readonly depth: string
}

/** Arguments for `git fetch` and `git checkout`, and in words how much is fetched. */
export interface CheckoutPlan {
  readonly extent: string
  readonly fetch: readonly string[]
  readonly checkout: readonly string[]
}

/**
 * Plans a checkout as actions/checkout does it: a branch stays a branch, anything else is a detached commit.
 *
 * @throws Error when the depth is not a number
 * @see https://github.com/actions/checkout/blob/v7.0.1/src/ref-helper.ts
 */
export function checkoutPlan({ ref, sha, depth }: WantedCommit): CheckoutPlan {
  if (!/^\d+$/.test(depth)) throw new Error(`fetch-depth is not a number: ${depth}`)
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  const remote =
    branch === undefined ? ref.replace(/^refs\/(?=pull\/)/, 'refs/remotes/') : `refs/remotes/origin/${branch}`
  const commit = `+${sha}:${remote}`
  const all = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*']
  return {
    extent: depth === '0' ? 'with all branches and tags' : `at a depth of ${depth}`,
    fetch:
      depth === '0'
        ? ['origin', ...(branch === undefined ? [...all, commit] : all)]
        : ['--no-tags', `--depth=${depth}`, 'origin', commit],
    checkout: branch === undefined ? ['--detach', sha] : ['-B', branch, sha],
  }
}
