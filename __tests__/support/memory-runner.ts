import type { RunContext } from '../../src/domain/shared/run-context.ts'
import type { Publication, Runner } from '../../src/ports/runner.ts'

/** A runner with the given inputs that keeps what is published. */
export interface MemoryRunner extends Runner {
  readonly published: readonly Publication[]
  /** What was published, by an action that published once. */
  publication(): Publication
}

export function memoryRunner(
  inputs: Readonly<Record<string, string>> = {},
  context: RunContext = runContext(),
): MemoryRunner {
  const published: Publication[] = []
  return {
    published,
    publication: () => {
      const [only, ...more] = published
      if (only === undefined || more.length > 0) throw new Error(`published ${published.length} times`)
      return only
    },
    input: (name) => inputs[name],
    context: () => context,
    publish: (publication) => {
      published.push(publication)
      return Promise.resolve()
    },
  }
}

/** A push to the default branch of org/bookstore. */
export function runContext(changes: Partial<RunContext> = {}): RunContext {
  return {
    serverUrl: 'https://github.com',
    repository: 'org/bookstore',
    sha: '4f0c29d8a1b7e6534f0c29d8a1b7e6534f0c29d8',
    ref: 'refs/heads/main',
    event: 'push',
    runId: '16790341254',
    runAttempt: 1,
    workflowRef: 'org/bookstore/.github/workflows/orders-ci.yml@refs/heads/main',
    job: 'lint-test',
    payload: { repository: { default_branch: 'main' } },
    workspace: '/workspace',
    temp: '/temp',
    ...changes,
  }
}
