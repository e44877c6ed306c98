/** The short names that cosign has for the types of JSON predicates, and what they stand for. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  cyclonedx: 'https://cyclonedx.org/bom',
  link: 'https://in-toto.io/Link/v1',
  openvex: 'https://openvex.dev/ns',
  slsaprovenance: 'https://slsa.dev/provenance/v0.2',
  slsaprovenance02: 'https://slsa.dev/provenance/v0.2',
  slsaprovenance1: 'https://slsa.dev/provenance/v1',
  spdxjson: 'https://spdx.dev/Document',
  vuln: 'https://cosign.sigstore.dev/attestation/vuln/v1',
}

/** What {@link predicateType} accepts, in words. */
export const PREDICATE_TYPE_FORM = `${Object.keys(SHORT_NAMES).join(', ')} or a URI`

const URI = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i

/**
 * The URI of a predicate type. Cosign is always given the URI: then every version takes the JSON as it is, where for some short names
 * it would read it into a struct and write another document.
 *
 * @example predicateType('spdxjson') === 'https://spdx.dev/Document'
 * @returns undefined for what is neither a short name nor a URI; cosign's `custom` and `spdx`, which are no JSON, are not known
 * @see https://github.com/sigstore/cosign/blob/main/cmd/cosign/cli/options/predicate.go
 */
export function predicateType(text: string): string | undefined {
  if (Object.hasOwn(SHORT_NAMES, text)) return SHORT_NAMES[text]
  return URI.test(text) ? text : undefined
}
