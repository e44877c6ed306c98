import { ATTESTATION_LINE_FORM, parseAttestationLines } from '../../src/domain/signing/attestation-lines.ts'
import { COSIGN_VERSION_FORM, parseCosignVersion } from '../../src/domain/signing/cosign-release.ts'
import { IMAGE_REFERENCE_FORM, ImageReference } from '../../src/domain/oci/image-reference.ts'
import { parseSha256Hex, SHA256_HEX_FORM } from '../../src/domain/oci/digest.ts'
import { ServiceName } from '../../src/domain/shared/service-name.ts'
import {
  flag,
  lines,
  oneOf,
  optional,
  required,
  text,
  using,
  withDefault,
  type InputsOf,
} from '../../src/kit/input-spec.ts'

const URL_FORM = 'the URL of a service, such as https://fulcio.example.com'

/** The inputs of action.yml, with the same defaults. */
export const inputs = {
  service: required(using('the name of the service', (value) => ServiceName.parse(value))),
  images: required(lines(using(IMAGE_REFERENCE_FORM, (value) => ImageReference.parse(value)))),
  attestations: withDefault(using(ATTESTATION_LINE_FORM, parseAttestationLines), ''),
  recursive: withDefault(flag(), 'true'),
  'attestation-manifests': withDefault(oneOf('skip', 'sign'), 'skip'),
  format: withDefault(oneOf('legacy', 'bundle'), 'legacy'),
  'cosign-version': optional(using(COSIGN_VERSION_FORM, parseCosignVersion)),
  'cosign-sha256': optional(using(SHA256_HEX_FORM, parseSha256Hex)),
  'cosign-path': optional(text('the path of an executable')),
  'fulcio-url': optional(using(URL_FORM, parseUrl)),
  'rekor-url': optional(using(URL_FORM, parseUrl)),
  'signing-config': optional(text('a path')),
  'trusted-root': optional(text('a path')),
  force: withDefault(flag(), 'false'),
}

export type SignInputs = InputsOf<typeof inputs>

/** The outputs of action.yml. */
export const outputs = [
  'signed-digests',
  'skipped-digests',
  'certificate-identity',
  'certificate-oidc-issuer',
  'log-indexes',
  'verify-command',
  'evidence',
  'evidence-sha256',
] as const

export type SignOutput = (typeof outputs)[number]

function parseUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isService =
    url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === ''
  if (!isService || url.username !== '' || url.password !== '') throw new RangeError(URL_FORM)
  return value.replace(/\/+$/, '')
}
