import { describe, expect, it } from '@jest/globals'
import { DIGEST, evidenceText, HANDED_ON, OTHER, runValidate, sha256, type ValidateRun } from './machine.ts'

const SIGNED = evidenceText('cosign-sign')

function withEvidence(
  lines: string,
  files: Readonly<Record<string, string>> = { 'signed.json': SIGNED },
): Promise<ValidateRun> {
  return runValidate({ inputs: { digest: DIGEST, evidence: lines }, files })
}

describe('a line of evidence', () => {
  it.each(['signed.json', `signed.json@sha256:${sha256(SIGNED)}`, `  signed.json  `])(
    'is read: %s',
    async (line) => {
      const run = await withEvidence(line)
      expect(run.failed).toBe(false)
      expect(run.files.stored.get('/temp/evidence/orders/checked/orders/cosign-sign.json')).toBe(SIGNED)
    },
  )

  it('can name a file with an @', async () => {
    const run = await withEvidence(`a@b.json@sha256:${sha256(SIGNED)}`, { 'a@b.json': SIGNED })
    expect(run.failed).toBe(false)
  })

  it.each([
    ['a file that is not there', 'other.json', 'other.json: there is no such file'],
    ['a folder', 'out', 'out: there is no such file'],
    [
      'a file with another hash',
      `signed.json@sha256:${'0'.repeat(64)}`,
      `signed.json: its SHA-256 is ${sha256(SIGNED)}`,
    ],
    ['another image', 'foreign.json', 'its digest is'],
    ['another service', 'service.json', 'its service is catalog'],
    ['no evidence', 'text.json', 'it is not JSON in UTF-8'],
    ['too much', 'large.json', 'it has 262145 bytes, and evidence has at most 262144'],
    ['two documents of one action', 'signed.json\nagain.json', 'there are two documents of cosign-sign'],
  ])('is refused when it names %s', async (_, line, said) => {
    const run = await withEvidence(line, {
      'signed.json': SIGNED,
      'again.json': SIGNED,
      'foreign.json': evidenceText('cosign-sign', { digest: OTHER.index.digest }),
      'service.json': evidenceText('cosign-sign', { service: 'catalog' }),
      'text.json': 'signed',
      'large.json': ' '.repeat(600_000),
      'out/a': '',
    })
    expect(run.failed).toBe(true)
    expect(run.said[0]).toContain(said)
    for (const output of HANDED_ON) expect(run.outputs).not.toHaveProperty(output)
  })

  it('about coverage needs no digest', async () => {
    const run = await withEvidence('c.json', { 'c.json': evidenceText('coverage-gate') })
    expect(run.failed).toBe(false)
  })

  it('are all read, and every fault is named', async () => {
    const run = await withEvidence('a.json\nb.json\nsigned.json')
    expect(run.said[0]).toMatch(/2 faults\. 1\. a\.json: .* 2\. b\.json: /)
  })

  it('belongs to nothing where the run is not known', async () => {
    const run = await runValidate({
      inputs: { digest: DIGEST, evidence: 'signed.json' },
      files: { 'signed.json': SIGNED },
      context: { runId: undefined },
    })
    expect(run.said[0]).toContain('expected one that this machine does not name')
  })
})
