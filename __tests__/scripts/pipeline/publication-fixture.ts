import type { Publication, SigningRun } from '../../../scripts/pipeline/image-stage-publication.ts'
import type { StepRun } from '../../../scripts/pipeline/run-step.ts'
import { DIGEST } from './delivery-fixture.ts'

const IMAGE = `ghcr.io/org/orders@${DIGEST}`

/** A step that succeeded. */
export function stepRun(outputs: StepRun['outputs'] = {}): StepRun {
  return { exitCode: 0, outputs, output: 'done\n' }
}

/** A run of cosign-sign that wrote so many entries, with a certificate each. */
export function signingRun(entries: number): SigningRun {
  return { ...stepRun(), written: { entries, certificates: entries } }
}

/** A publication in which everything is as it must be. */
export function publication(changes: Partial<Publication> = {}): Publication {
  return {
    service: 'orders',
    image: IMAGE,
    signed: signingRun(5),
    again: signingRun(0),
    published: stepRun({ digest: DIGEST }),
    handedOn: stepRun({ digest: DIGEST, images: `orders=${IMAGE}` }),
    verdict: { admitted: true, rules: [] },
    unmodelled: [],
    seconds: 8.12,
    ...changes,
  }
}
