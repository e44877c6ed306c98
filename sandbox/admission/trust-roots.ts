import { parseAllDocuments, stringify } from 'yaml'

import { isRecord } from '../../src/domain/shared/shape.ts'
import { pemOf } from '../sigstore/public-key.ts'
import type { Instance } from '../sigstore/trust/trusted-root.ts'

/** The issuer of GitHub, whose place the stand-in takes. */
const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com'

/** Policies whose attestors can be given roots; others would ask the public instance. */
const MODELLED = ['ClusterPolicy', 'Policy']
const PUBLIC_ONLY = /^(?:Namespaced)?Image(?:Validating|Verification)Policy$/

/**
 * Lets keyless attestors trust another instance of sigstore, and its issuer in place of GitHub's. Nothing else of a policy is changed.
 *
 * @param policies YAML, one document or several
 * @param name of the file, for messages
 * @throws Error when there is no keyless attestor, or a policy that cannot be given roots
 */
export function withTrustRoots(policies: string, name: string, instance: Instance): string {
  const documents = parseAllDocuments(policies).map((document) => {
    const [problem] = document.errors
    if (problem !== undefined) throw new Error(`${name} is not YAML: ${problem.message}`)
    return document.toJS() as unknown
  })
  let attestors = 0
  for (const keyless of documents.flatMap((document) => keylessAttestors(document, name))) {
    attestors += 1
    Object.assign(keyless, trustOf(instance))
    if (keyless['issuer'] === GITHUB_ISSUER) keyless['issuer'] = instance.issuerUrl
  }
  if (attestors === 0) throw new Error(`${name} has no keyless attestor: it would decide nothing here`)
  return documents.map((document) => stringify(document)).join('---\n')
}

type Fields = Record<string, unknown>

function trustOf({ fulcioChain, rekorUrl, rekorKey, certificateLogKey }: Instance): Fields {
  return {
    roots: String(fulcioChain.at(-1)),
    rekor: { url: rekorUrl, pubkey: pemOf(rekorKey) },
    ctlog: { pubkey: pemOf(certificateLogKey) },
  }
}

function keylessAttestors(document: unknown, name: string): readonly Fields[] {
  const kind = isRecord(document) ? String(document['kind']) : ''
  if (PUBLIC_ONLY.test(kind)) throw new Error(`${name}: ${kind} cannot be given the roots of the sandbox`)
  return MODELLED.includes(kind) ? [...found(document)] : []
}

/** Every value of the name `keyless`, however deep. */
function* found(value: unknown): Generator<Fields> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value as Fields)) {
    if (name === 'keyless' && isRecord(member)) yield member
    else yield* found(member)
  }
}
