import type { JobResult, StepResult } from '../../../scripts/pipeline/job-log.ts'
import type { Outcome } from '../../../scripts/pipeline/outcome.ts'
import { parseWorkflow, type WorkflowFile } from '../../../scripts/pipeline/workflow-file.ts'

/** A pipeline of two jobs: a gate that keeps its evidence, and a job that needs it. */
export const WORKFLOW = `
name: orders-ci
on: push
jobs:
  lint-test:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    outputs:
      evidence-sha256: \${{ steps.coverage.outputs.evidence-sha256 }}
      predicate-sha256: \${{steps.coverage.outputs.predicate-sha256}}
    steps:
      - uses: actions/checkout@${'a'.repeat(40)} # v1
        with:
          fetch-depth: 0
          persist-credentials: false
      - name: Test
        run: go test ./...
      - id: coverage
        uses: org/bookstore-actions/coverage-gate@${'0'.repeat(40)}
        with:
          service: orders
          working-directory: app/orders
      - if: \${{ success() }}
        run: echo behind
      - if: \${{ !cancelled() }}
        uses: actions/upload-artifact@${'b'.repeat(40)}
        with:
          name: coverage-orders
          path: evidence
  publish:
    runs-on: ubuntu-24.04
    needs: lint-test
    steps:
      - run: echo published
`

/** The parsed {@link WORKFLOW}. */
export function workflow(): WorkflowFile {
  const parsed = parseWorkflow('.github/workflows/orders.yml', WORKFLOW)
  if (parsed === undefined) throw new Error('the fixture is no pipeline')
  return parsed
}

/** A step that succeeded. */
export function step(id: string, changes: Partial<StepResult> = {}): StepResult {
  return {
    id,
    name: `step ${id}`,
    result: 'success',
    seconds: 1,
    outputs: {},
    lines: [],
    errors: [],
    ...changes,
  }
}

/** The job of the gate: green, as it is. */
export function gateJob(...changes: StepResult[]): JobResult {
  const steps = [step('0'), step('1'), step('coverage'), step('3'), step('4')]
  const changed = steps.map((old) => changes.find(({ id }) => id === old.id) ?? old)
  return { id: 'lint-test', result: 'success', seconds: 5, steps: changed }
}

/** The job of the gate, stopped by it. */
export function stoppedJob(...changes: StepResult[]): JobResult {
  const gate = step('coverage', {
    result: 'failure',
    outputs: { outcome: 'fail', reason: 'orders: 12 % is not enough' },
    errors: ['orders: 12 % is not enough.'],
  })
  const steps = [step('0'), step('1'), gate, step('4', { name: 'Upload' })]
  const changed = steps.map((old) => changes.find(({ id }) => id === old.id) ?? old)
  return { id: 'lint-test', result: 'failure', seconds: 4, steps: changed }
}

/** A run in which everything is as it must be. */
export function outcome(changes: Partial<Outcome> = {}): Outcome {
  return {
    event: 'push',
    runId: '1',
    workflow: workflow(),
    jobs: [gateJob(), { id: 'publish', result: 'success', seconds: 1, steps: [step('0')] }],
    exitCode: 0,
    messages: [],
    coverage: coverage(),
    seconds: 6,
    ...changes,
  }
}

/** What a gate that passed leaves. */
export function coverage(
  decision: 'pass' | 'fail' | 'would-fail' | 'report' = 'pass',
  patch: { covered: number; total: number; threshold: null } | null = {
    covered: 4,
    total: 5,
    threshold: null,
  },
): NonNullable<Outcome['coverage']> {
  const details = {
    covered: 198,
    total: 261,
    percent: '75.86',
    threshold: '70',
    risk: 'write-path',
    enforced: true,
    patch,
  } as const
  return {
    details,
    file: { bytes: Buffer.from('{}'), sha256: 'e'.repeat(64) },
    proof: undefined,
    problems: [],
    evidence: {
      schema: 'bookstore-actions/evidence/v1',
      action: 'coverage-gate',
      service: 'orders',
      outcome: decision,
      reason: 'orders: it is so.',
      source: {
        repository: 'org/bookstore',
        sha: 'c'.repeat(40),
        ref: 'refs/heads/main',
        event: 'push',
        runId: '1',
        runAttempt: 1,
        workflowRef: 'org/bookstore/.github/workflows/orders.yml@refs/heads/main',
        job: 'lint-test',
      },
      details,
      files: [],
      createdAt: '2026-11-23T06:33:24.000Z',
    },
  }
}
