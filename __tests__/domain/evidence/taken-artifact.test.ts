import { describe, expect, it } from '@jest/globals'
import type { Evidence } from '../../../src/domain/evidence/evidence.ts'
import { refuseTaken } from '../../../src/domain/evidence/taken-artifact.ts'
import { Fault } from '../../../src/domain/shared/fault.ts'
import { documentOf } from './documents.ts'

const PATH = 'evidence/validate-digest.json'

function documentWith(source: Partial<Evidence['source']>, changes: Partial<Evidence> = {}): Evidence {
  const document = documentOf('validate-digest')
  return { ...document, ...changes, source: { ...document.source, ...source } }
}

/** What is said about an artifact of these files, to the second attempt of its job. */
function refusal(
  files: Readonly<Record<string, string>>,
  own: Partial<Evidence['source']> = {},
): string | undefined {
  const held = Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))
  try {
    refuseTaken('digest-orders', held, documentWith({ runAttempt: 2, ...own }))
    return undefined
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    expect(error).toMatchObject({
      code: 'artifact-taken',
      class: 'configuration',
      subject: 'artifact digest-orders',
      hint: expect.stringContaining('a `service` of its own'),
    })
    return error.detail
  }
}

const held = (source: Partial<Evidence['source']>, changes?: Partial<Evidence>): Record<string, string> => ({
  'digest.txt': 'sha256:…',
  [PATH]: JSON.stringify(documentWith(source, changes)),
})

describe('an artifact of the same name', () => {
  it('is replaced where it is of an earlier attempt of the same job', () => {
    expect(refusal(held({ runAttempt: 1 }))).toBeUndefined()
    expect(refusal(held({ runAttempt: 1 }), { runAttempt: 7 })).toBeUndefined()
  })

  it.each<readonly [string, Record<string, string>, string]>([
    [
      'the same attempt',
      held({ runAttempt: 2 }),
      'a step of job "lint-test" has uploaded one in this attempt of the run already',
    ],
    ['a later attempt', held({ runAttempt: 3 }), 'in this attempt of the run already'],
    ['an attempt without a number', held({ runAttempt: null }), 'in this attempt of the run already'],
    ['another job', held({ job: 'evil' }), 'job "evil" of this run has uploaded one'],
    ['a job with a long name', held({ job: 'x'.repeat(500) }), `job "${'x'.repeat(100)}" of this run`],
    ['no job', held({ job: null }), 'job without a name of this run has uploaded one'],
    ['another run', held({ runId: '7' }), 'one lies there that is not of this run and service: its run is 7'],
    ['another service', held({}, { service: 'catalog' }), 'its service is catalog, expected orders'],
    ['another action', { 'evidence/cosign-sign.json': '{}' }, 'that validate-digest did not upload'],
    ['nobody knows whom', { [PATH]: 'x' }, 'it is not JSON in UTF-8'],
  ])('is kept where it is of %s', (_, files, said) => {
    expect(refusal(files)).toContain(said)
  })

  it('is kept where it is not known which job or attempt this is', () => {
    expect(refusal(held({ runAttempt: 1 }), { runAttempt: null })).toContain('does not name the attempt')
    expect(refusal(held({ job: null }), { job: null })).toContain('job without a name')
    expect(refusal(held({ runId: null }), { runId: null })).toContain('that this machine does not name')
  })
})
