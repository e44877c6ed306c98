import { registryFault } from '../../src/domain/oci/registry-faults.ts'
import type { Fault } from '../../src/domain/shared/fault.ts'
import type { CosignFailure, CosignTrouble } from '../../src/domain/signing/cosign-failure.ts'
import { signingFault, type SigningFaultCode } from '../../src/domain/signing/signing-faults.ts'

const CODES: Readonly<Record<Exclude<CosignFailure, 'image-missing'>, SigningFaultCode>> = {
  'nothing-found': 'signing-unavailable',
  'other-type': 'signature-not-found',
  'other-identity': 'signature-not-found',
  untrusted: 'signature-untrusted',
  unavailable: 'signing-unavailable',
  'entry-exists': 'signing-unavailable',
  'cache-locked': 'signing-unavailable',
  refused: 'signing-denied',
  'tag-immutable': 'registry-immutable',
  'no-token': 'token-unusable',
  unknown: 'cosign-failed',
}

const LONGEST_SHOWN = 400

/** What a failure of cosign means for this action. */
export function failureFault(subject: string, { failure, said }: CosignTrouble): Fault {
  const detail = `cosign says: ${lastWords(said)}`
  if (failure === 'image-missing') return registryFault('image-missing', { subject, detail })
  return signingFault(CODES[failure], { subject, detail })
}

/** The error that cosign ends with; before it stand warnings and progress. Its end says most, and it repeats every image. */
function lastWords(said: string): string {
  const lines = said.split('\n').map((line) => line.trim())
  const words =
    lines.findLast((line) => /^(?:Error|error|main\.go:\d+: error)\b/.test(line)) ??
    lines.findLast((line) => line !== '')
  const short = (words ?? 'nothing').replace(/\[[^\]]*@sha256:[^\]]*\]/g, '[…]')
  return short.length <= LONGEST_SHOWN ? short : `…${short.slice(-LONGEST_SHOWN)}`
}
