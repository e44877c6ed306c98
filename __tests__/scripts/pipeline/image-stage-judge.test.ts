import { describe, expect, it } from '@jest/globals'

import { judgePublication } from '../../../scripts/pipeline/image-stage-judge.ts'
import type { Publication } from '../../../scripts/pipeline/image-stage-publication.ts'
import { publication, signingRun, stepRun } from './publication-fixture.ts'

const failed = { exitCode: 1, outputs: {}, output: 'begin\n::error title=x::no%0Await\n' }
const denied = {
  admitted: false,
  rules: [
    { policy: 'a', rule: 'orders-image', admitted: false, reason: 'no signatures found' },
    { policy: 'b', rule: 'other', admitted: true, reason: 'verified' },
  ],
}

describe('judgePublication', () => {
  it('has nothing against an image that was signed once, handed on and admitted', () => {
    expect(judgePublication(publication())).toEqual([])
  })

  it.each<readonly [string, Partial<Publication>, readonly string[]]>([
    [
      'an image that was not signed',
      { signed: { ...signingRun(0), ...failed } },
      [
        'cosign-sign ended with exit code 1: no wait',
        'cosign-sign made 0 log entries with 0 certificates, not 5',
      ],
    ],
    [
      'a signature too few',
      { signed: signingRun(4) },
      ['cosign-sign made 4 log entries with 4 certificates, not 5'],
    ],
    [
      'a second run that writes',
      { again: signingRun(1) },
      ['cosign-sign, run again, made 1 log entries with 1 certificates'],
    ],
    [
      'a second run that asks for a certificate alone',
      {
        again: { ...signingRun(0), written: { entries: 0, certificates: 1 } },
      },
      ['cosign-sign, run again, made 0 log entries with 1 certificates'],
    ],
    ['a second run that did not happen', { again: undefined }, ['cosign-sign, run again, did not run']],
    [
      'a digest that was not published',
      { published: failed, handedOn: undefined, verdict: undefined },
      [
        'validate-digest in the job that publishes ended with exit code 1: no wait',
        'validate-digest in the next job did not run',
      ],
    ],
    [
      'another image in the next job',
      { handedOn: stepRun({ images: 'orders=x' }) },
      [
        expect.stringMatching(
          /^the next job was handed orders=x, not orders=ghcr\.io\/org\/orders@sha256:/,
        ) as unknown as string,
      ],
    ],
    ['an image that is not admitted', { verdict: denied }, ['admission: orders-image: no signatures found']],
    [
      'what sigstore does not know',
      { unmodelled: ['GET /x'] },
      ['the stand-in for sigstore does not know GET /x'],
    ],
  ])('tells %s', (_, changes, problems) => {
    expect(judgePublication(publication(changes))).toEqual(problems)
  })
})
