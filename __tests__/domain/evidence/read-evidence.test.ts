import { describe, expect, it } from '@jest/globals'
import { ACTION_NAMES } from '../../../src/domain/evidence/evidence.ts'
import {
  MAX_EVIDENCE_BYTES,
  readEvidence,
  type EvidenceOwner,
} from '../../../src/domain/evidence/read-evidence.ts'
import { Fault } from '../../../src/domain/shared/fault.ts'
import { documentOf, undecidedDocumentOf } from './documents.ts'

const document = documentOf('coverage-gate')
const { source } = document
const owner: EvidenceOwner = {
  repository: source.repository ?? undefined,
  sha: source.sha ?? undefined,
  runId: source.runId ?? undefined,
  service: 'orders',
}

const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

const read = (value: unknown, of: EvidenceOwner = owner): unknown =>
  readEvidence('evidence.json', bytesOf(value), of)

const refusal = (act: () => unknown): Fault => {
  try {
    act()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('it was accepted')
}

describe('evidence that belongs to the run', () => {
  it.each(ACTION_NAMES)('is read, of %s', (action) => {
    expect(read(documentOf(action))).toEqual(documentOf(action))
    expect(read(undecidedDocumentOf(action))).toEqual(undecidedDocumentOf(action))
  })

  it('is read with the digest that is asked for, or whatever its digest where none is', () => {
    expect(read(document, { ...owner, digest: `sha256:${'0123456789abcdef'.repeat(4)}` })).toEqual(document)
    expect(read({ ...document, digest: `sha256:${'f'.repeat(64)}` })).toMatchObject({
      action: 'coverage-gate',
    })
  })

  it.each([
    ['another attempt', { source: { ...source, runAttempt: 7 } }],
    ['another job', { source: { ...source, job: 'other' } }],
    ['another ref', { source: { ...source, ref: 'refs/tags/v1' } }],
    ['an unknown workflow', { source: { ...source, workflowRef: null } }],
  ])('is read from %s', (_, change) => {
    expect(read({ ...document, ...change })).toEqual({ ...document, ...change })
  })

  it('may have 256 KiB', () => {
    const room = MAX_EVIDENCE_BYTES - bytesOf({ ...document, reason: '' }).length
    expect(read({ ...document, reason: 'x'.repeat(room) })).toMatchObject({ service: 'orders' })
  })
})

describe('evidence that belongs to something else', () => {
  const other = `sha256:${'f'.repeat(64)}`

  it.each<[string, object, Partial<EvidenceOwner>, string]>([
    [
      'repository',
      { source: { ...source, repository: 'org/fork' } },
      {},
      'its repository is org/fork, expected org/bookstore',
    ],
    [
      'commit',
      { source: { ...source, sha: 'a'.repeat(40) } },
      {},
      `its commit is ${'a'.repeat(40)}, expected 4f0c29d8`,
    ],
    ['run', { source: { ...source, runId: '1' } }, {}, 'its run is 1, expected 16790341254'],
    ['service', { service: 'payments' }, {}, 'its service is payments, expected orders'],
    [
      'digest',
      { digest: other },
      { digest: document.digest ?? '' },
      `its digest is ${other}, expected sha256:0123`,
    ],
    ['absent digest', { digest: undefined }, { digest: other }, `its digest is not given, expected ${other}`],
    [
      'null repository',
      { source: { ...source, repository: null } },
      {},
      'its repository is not given, expected org/bookstore',
    ],
    ['null commit', { source: { ...source, sha: null } }, {}, 'its commit is not given, expected 4f0c29d8'],
    ['null run', { source: { ...source, runId: null } }, {}, 'its run is not given, expected 16790341254'],
    [
      'repository in another case',
      { source: { ...source, repository: 'Org/bookstore' } },
      {},
      'its repository is Org/bookstore',
    ],
  ])('is refused: %s', (_, change, asked, detail) => {
    const fault = refusal(() => read({ ...document, ...change }, { ...owner, ...asked }))
    expect(fault).toMatchObject({ code: 'evidence-foreign', class: 'policy', subject: 'evidence.json' })
    expect(fault.detail).toContain(detail)
  })

  it.each(['repository', 'sha', 'runId'] as const)(
    'is refused where the machine does not know its %s',
    (name) => {
      const unknown = { ...document, source: { ...source, [name]: null } }
      for (const value of [document, unknown]) {
        const fault = refusal(() => read(value, { ...owner, [name]: undefined }))
        expect(fault.code).toBe('evidence-foreign')
        expect(fault.detail).toMatch(/expected one that this machine does not name$/)
      }
    },
  )

  it('names everything that differs at once', () => {
    const { detail } = refusal(() =>
      read({ ...document, service: 'catalog', source: { ...source, runId: '1' } }),
    )
    expect(detail).toBe('its run is 1, expected 16790341254; its service is catalog, expected orders')
  })
})

describe('a file that is no evidence', () => {
  it('is refused when it is larger than 256 KiB, unread', () => {
    const fault = refusal(() => readEvidence('evidence.json', new Uint8Array(MAX_EVIDENCE_BYTES + 1), owner))
    expect(fault).toMatchObject({ code: 'evidence-too-large', class: 'policy' })
    expect(fault.detail).toBe('it has 262145 bytes, and evidence has at most 262144')
  })

  it.each<[string, Uint8Array]>([
    ['bytes that are not UTF-8', latin1(JSON.stringify({ ...document, reason: 'größer' }))],
    ['a text in UTF-16', new Uint8Array(Buffer.from(JSON.stringify(document), 'utf16le'))],
    ['no bytes', new Uint8Array()],
    ['a text', bytesOf('coverage: 80 %')],
    ['a document that was cut off', bytesOf(JSON.stringify(document).slice(0, -1))],
    ['two documents', bytesOf(`${JSON.stringify(document)}\n${JSON.stringify(document)}`)],
  ])('is refused: %s', (_, bytes) => {
    const fault = refusal(() => readEvidence('evidence.json', bytes, owner))
    expect(fault).toMatchObject({
      code: 'evidence-malformed',
      class: 'policy',
      detail: 'it is not JSON in UTF-8',
    })
    expect(fault.cause).toHaveProperty('message')
  })

  it.each<[string, unknown]>([
    ['another version', { ...document, schema: 'bookstore-actions/evidence/v2' }],
    ['no schema', { ...document, schema: undefined }],
    ['a list', [document]],
    ['null', null],
    ['a text', '"bookstore-actions/evidence/v1"'],
  ])('is refused for its schema: %s', (_, value) => {
    expect(refusal(() => read(value))).toMatchObject({
      code: 'evidence-malformed',
      detail: 'its schema is not bookstore-actions/evidence/v1',
    })
  })

  it('is refused with the first five of its problems', () => {
    const { detail } = refusal(() => read({ ...document, details: { enforced: 'yes' } }))
    expect(detail.split('; ')).toEqual([
      'evidence.details.covered: is missing',
      'evidence.details.total: is missing',
      'evidence.details.percent: is missing',
      'evidence.details.threshold: is missing',
      'evidence.details.risk: is missing',
    ])
  })
})

describe('a document that says something twice', () => {
  const twice = (name: string, first: unknown, last: unknown): string =>
    JSON.stringify({ ...document, [name]: last }).replace(
      '{',
      `{${JSON.stringify(name)}:${JSON.stringify(first)},`,
    )

  it('means the last of them, in what is checked and in what is handed on', () => {
    expect(read(twice('service', 'payments', 'orders'))).toEqual(document)
    expect(refusal(() => read(twice('service', 'orders', 'payments'))).detail).toBe(
      'its service is payments, expected orders',
    )
  })
})
