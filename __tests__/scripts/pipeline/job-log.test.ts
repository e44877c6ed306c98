import { describe, expect, it } from '@jest/globals'

import { type ActRecord, parseRecord } from '../../../scripts/pipeline/act-record.ts'
import { failedStep, JobLog } from '../../../scripts/pipeline/job-log.ts'
import { jobOutputs } from '../../../scripts/pipeline/job-outputs.ts'
import { Progress } from '../../../scripts/pipeline/progress.ts'
import { gateJob, step, workflow } from './pipeline-fixture.ts'

/** Lines as act 0.2.87 writes them. */
function line(fields: Record<string, unknown>): string {
  return JSON.stringify({
    dryrun: false,
    job: 'orders-ci/Lint and test',
    jobID: 'lint-test',
    level: 'info',
    matrix: {},
    msg: '',
    time: '2026-11-23T07:27:45Z',
    ...fields,
  })
}

const at = (id: string, name: string, stage = 'Main'): Record<string, unknown> => ({
  stepID: [id],
  step: name,
  stage,
})

const SET_UP = line({ msg: '⭐ Run Set up job', step: 'Set up job', stepid: ['--setup-job'] })
const LOOKED_UP = line({ msg: 'LocalRepositoryCache matched …', ...at('coverage', 'Gate', 'Pre') })
const TESTED = [
  line({ msg: '⭐ Run Main Test', ...at('1', 'Test') }),
  line({ msg: '\u001b[32mok\u001b[0m  \torders\r\n', raw_output: true, ...at('1', 'Test') }),
  line({
    msg: '  ✅  Success - Main Test [1.5s]',
    executionTime: 1_500_000_000,
    stepResult: 'success',
    ...at('1', 'Test'),
  }),
]
const GATED = [
  line({ msg: '⭐ Run Main Gate', ...at('coverage', 'Gate') }),
  line({
    command: 'error',
    arg: 'orders: too little.',
    msg: '  ❗  ::error::…',
    level: 'error',
    ...at('coverage', 'Gate'),
  }),
  line({
    msg: '  ❌  Failure',
    executionTime: 250_000_000,
    stepResult: 'failure',
    ...at('coverage', 'Gate'),
  }),
  line({
    command: 'set-output',
    name: 'outcome',
    arg: 'fail',
    msg: '  ⚙  ::set-output::',
    ...at('coverage', 'Gate'),
  }),
  line({ msg: 'exit status 1', level: 'error', ...at('coverage', 'Gate') }),
]
const SKIPPED = line({ msg: "Skipping step 'Echo'", stepResult: 'skipped', ...at('3', 'Echo') })
const ENDED = line({ msg: '🏁  Job failed', jobResult: 'failure' })

function records(...lines: string[]): ActRecord[] {
  return lines.flatMap((text) => parseRecord(text) ?? [])
}

describe('parseRecord', () => {
  it('reads the output of a step without what terminals need', () => {
    expect(parseRecord(TESTED[1] ?? '')).toEqual({
      job: 'lint-test',
      step: { id: '1', name: 'Test', stage: 'Main' },
      text: 'ok  \torders',
      kind: { is: 'output' },
    })
  })

  it('reads how a step ended', () => {
    expect(parseRecord(GATED[2] ?? '')?.kind).toEqual({ is: 'step-ended', result: 'failure', seconds: 0.25 })
  })

  it('reads outputs, errors and the end of the job', () => {
    expect(records(GATED[3] ?? '', GATED[1] ?? '', ENDED).map(({ kind }) => kind)).toEqual([
      { is: 'set-output', name: 'outcome', value: 'fail' },
      { is: 'error', message: 'orders: too little.' },
      { is: 'job-ended', result: 'failure' },
    ])
  })

  it.each(['', 'Error: Job failed', '7', 'null', '{"level":"warning","msg":"no docker"}'])(
    'passes over what is not of a job: %s',
    (text) => {
      expect(parseRecord(text)).toBeUndefined()
    },
  )
})

describe('JobLog', () => {
  function logOf(...lines: string[]): JobLog {
    const log = new JobLog()
    records(...lines).forEach((record) => {
      log.add(record)
    })
    return log
  }

  it('puts a job together', () => {
    const [job] = logOf(SET_UP, LOOKED_UP, ...TESTED, ...GATED, SKIPPED, ENDED).jobs
    expect(job).toMatchObject({ id: 'lint-test', result: 'failure', seconds: 1.75 })
    expect(job?.steps).toEqual([
      step('1', { name: 'Test', seconds: 1.5, lines: ['ok  \torders'] }),
      step('coverage', {
        name: 'Gate',
        result: 'failure',
        seconds: 0.25,
        outputs: { outcome: 'fail' },
        errors: ['orders: too little.'],
      }),
    ])
    expect(job && failedStep(job)?.id).toBe('coverage')
  })

  it('does not take looking an action up for running it', () => {
    expect(logOf(SET_UP, LOOKED_UP).jobs).toEqual([
      { id: 'lint-test', result: undefined, seconds: 0, steps: [] },
    ])
  })

  it('has no result before the end', () => {
    expect(logOf(...TESTED, GATED[0] ?? '').jobs[0]).toMatchObject({ result: undefined })
    expect(logOf(GATED[0] ?? '').jobs[0]?.steps[0]).toMatchObject({ result: undefined })
  })

  it('keeps the last lines of a step that says much', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      line({ msg: `line ${index}\n`, raw_output: true, ...at('1', 'Test') }),
    )
    const lines = logOf(...many).jobs[0]?.steps[0]?.lines
    expect(lines).toHaveLength(200)
    expect(lines?.at(-1)).toBe('line 499')
  })
})

describe('jobOutputs', () => {
  const [definition] = workflow().jobs
  if (definition === undefined) throw new Error('the fixture has no job')

  it('takes the outputs from the steps', () => {
    const gate = step('coverage', {
      outputs: { 'evidence-sha256': 'e', 'predicate-sha256': 'p', percent: '1' },
    })
    expect(jobOutputs(definition, gateJob(gate))).toEqual({ 'evidence-sha256': 'e', 'predicate-sha256': 'p' })
  })

  it('gives an empty text where the step did not, as GitHub does', () => {
    expect(jobOutputs(definition, gateJob())).toEqual({ 'evidence-sha256': '', 'predicate-sha256': '' })
  })

  it('refuses an expression that it cannot evaluate', () => {
    const outputs = { sha: "${{ steps.a.outputs.b || 'none' }}" }
    expect(() => jobOutputs({ ...definition, outputs }, gateJob())).toThrow(
      'the output sha of job lint-test is not that of a step',
    )
  })
})

describe('Progress', () => {
  it('says when a job starts, a step fails and a job ends', () => {
    const lines: string[] = []
    const watch = new Progress((text) => lines.push(text)).watch({ event: 'push', service: 'orders' })
    records(SET_UP, LOOKED_UP, ...TESTED, ...GATED, ENDED).forEach(watch)
    const texts = lines.map((text) =>
      text
        .replace(/[\d.]+ s/g, '# s')
        .trim()
        .replace(/ +/g, ' '),
    )
    expect(texts).toEqual([
      '# s push orders lint-test: started',
      '# s push orders lint-test: step "Gate" failed',
      '# s push orders lint-test: failure after # s',
    ])
  })
})
