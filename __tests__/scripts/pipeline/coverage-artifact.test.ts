import { createHash } from 'node:crypto'

import { describe, expect, it } from '@jest/globals'

import { checkCoverageArtifact } from '../../../scripts/pipeline/coverage-artifact.ts'
import { coverage } from './pipeline-fixture.ts'

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))

const OWNER = { repository: 'org/bookstore', sha: 'c'.repeat(40), runId: '1', service: 'orders' }

/** An artifact as a coverage gate leaves it, and the job outputs. */
function artifact(changes: { source?: object; configuration?: object[] } = {}): {
  files: Map<string, Buffer>
  outputs: { 'evidence-sha256': string; 'predicate-sha256': string }
} {
  const profile = Buffer.from('mode: atomic\n')
  const report = json({ verdict: 'pass' })
  const configuration = [{ name: 'app/orders/coverage.out', digest: { sha256: sha256(profile) } }]
  const predicate = json({ result: 'PASSED', configuration: changes.configuration ?? configuration })
  const { evidence } = coverage()
  const document = json({
    ...evidence,
    source: { ...evidence?.source, ...changes.source },
    files: [
      { name: 'coverage-report.json', sha256: sha256(report) },
      { name: 'coverage-predicate.json', sha256: sha256(predicate) },
    ],
  })
  return {
    files: new Map([
      ['coverage.out', profile],
      ['coverage-report.json', report],
      ['coverage-predicate.json', predicate],
      ['coverage-gate.json', document],
    ]),
    outputs: { 'evidence-sha256': sha256(document), 'predicate-sha256': sha256(predicate) },
  }
}

describe('checkCoverageArtifact', () => {
  it('takes what a coverage gate leaves', () => {
    const { files, outputs } = artifact()
    const checked = checkCoverageArtifact(files, outputs, OWNER)
    expect(checked.problems).toEqual([])
    expect(checked.evidence).toMatchObject({ outcome: 'pass', service: 'orders' })
    expect(checked.details).toMatchObject({ covered: 198, total: 261, enforced: true })
    expect(checked.file).toEqual({
      bytes: files.get('coverage-gate.json'),
      sha256: outputs['evidence-sha256'],
    })
  })

  it.each([
    ['coverage.out', 'coverage.out is [0-9a-f]{64}, coverage-predicate.json says [0-9a-f]{64}'],
    ['coverage-report.json', 'coverage-report.json is [0-9a-f]{64}, coverage-gate.json says [0-9a-f]{64}'],
    [
      'coverage-predicate.json',
      'coverage-predicate.json is [0-9a-f]{64}, the job output predicate-sha256 says [0-9a-f]{64}',
    ],
    [
      'coverage-gate.json',
      'coverage-gate.json is [0-9a-f]{64}, the job output evidence-sha256 says [0-9a-f]{64}',
    ],
  ])('sees that %s is another one', (name, problem) => {
    const { files, outputs } = artifact()
    files.set(name, Buffer.concat([files.get(name) ?? Buffer.of(), Buffer.from('\n')]))
    expect(checkCoverageArtifact(files, outputs, OWNER).problems[0]).toMatch(new RegExp(`^${problem}$`))
  })

  it.each(['coverage.out', 'coverage-report.json', 'coverage-predicate.json', 'coverage-gate.json'])(
    'sees that %s is missing',
    (name) => {
      const { files, outputs } = artifact()
      files.delete(name)
      expect(checkCoverageArtifact(files, outputs, OWNER).problems).toContain(`the artifact has no ${name}`)
    },
  )

  it('sees that a job output is empty', () => {
    const { files, outputs } = artifact()
    const { problems } = checkCoverageArtifact(files, { ...outputs, 'evidence-sha256': '' }, OWNER)
    expect(problems).toEqual(['coverage-gate.json is there, the job output evidence-sha256 is empty'])
  })

  it('sees evidence of another run', () => {
    const { files, outputs } = artifact({ source: { runId: '2' } })
    const { problems, evidence } = checkCoverageArtifact(files, outputs, OWNER)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('its run is 2, expected 1')
    expect(evidence).toBeUndefined()
  })

  it('sees what the sandbox did not tell', () => {
    const { files, outputs } = artifact({ source: { workflowRef: null } })
    expect(checkCoverageArtifact(files, outputs, OWNER).problems).toEqual([
      'coverage-gate.json does not know its workflowRef',
    ])
  })

  it('sees a proof of no profile', () => {
    const { files, outputs } = artifact({ configuration: [] })
    expect(checkCoverageArtifact(files, outputs, OWNER).problems).toEqual([
      'coverage-predicate.json names no profile',
    ])
  })
})
