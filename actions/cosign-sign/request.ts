import type { AttestationRequest } from '../../src/domain/signing/attestation-lines.ts'
import type { PrivateServices } from '../../src/domain/signing/cosign-command.ts'
import type { ImageReference } from '../../src/domain/oci/image-reference.ts'
import { inputFault, type InputProblem } from '../../src/kit/input-spec.ts'
import type { SignInputs } from './inputs.ts'

/** An instance of sigstore that is not the public one, as the inputs name it. */
export interface InstanceRequest {
  readonly services: PrivateServices
  /** A path. */
  readonly trustedRoot: string
}

/** What is to be signed and attested. */
export interface Request {
  readonly images: readonly ImageReference[]
  readonly attestations: readonly AttestationRequest[]
  /** Undefined for the public instance. */
  readonly instance: InstanceRequest | undefined
}

/**
 * What the inputs ask for together.
 *
 * @throws {Fault} `input-invalid`, naming everything that contradicts itself
 */
export function requestOf(inputs: SignInputs): Request {
  const problems = [...imageProblems(inputs), ...cosignProblems(inputs), ...instanceProblems(inputs)]
  if (problems.length > 0) throw inputFault(problems)
  return { images: inputs.images, attestations: inputs.attestations, instance: instanceOf(inputs) }
}

function imageProblems({
  images,
  attestations,
  recursive,
  attestationManifests,
}: SignInputs): readonly InputProblem[] {
  const names = images.map(String)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  return [
    ...problem(images.length === 0, 'images', '', 'at least one image'),
    ...problem(twice !== undefined, 'images', twice ?? '', 'each image once'),
    ...problem(
      attestations.length > 0 && images.length > 1,
      'attestations',
      `${attestations.length} lines`,
      `none, as images has ${images.length} lines and a predicate is about one image: use a step for each image`,
    ),
    ...problem(
      attestationManifests === 'sign' && !recursive,
      'attestation-manifests',
      attestationManifests,
      'skip, as recursive is false and the index alone is signed',
    ),
  ]
}

function cosignProblems({ cosignPath, cosignVersion, cosignSha256 }: SignInputs): readonly InputProblem[] {
  return [
    ...problem(
      cosignPath !== undefined && cosignVersion !== undefined,
      'cosign-version',
      cosignVersion ?? '',
      'nothing, as cosign-path says which cosign is used',
    ),
    ...problem(
      cosignSha256 !== undefined && cosignVersion === undefined && cosignPath === undefined,
      'cosign-sha256',
      cosignSha256 ?? '',
      'nothing without cosign-version or cosign-path, whose file it is about',
    ),
  ]
}

function instanceProblems(inputs: SignInputs): readonly InputProblem[] {
  const { fulcioUrl, rekorUrl, signingConfig, trustedRoot, format } = inputs
  const named = fulcioUrl ?? rekorUrl ?? signingConfig ?? trustedRoot
  if (named === undefined) return []
  const both = 'fulcio-url and rekor-url, or signing-config with format: bundle'
  const services = signingConfig === undefined ? fulcioUrl !== undefined && rekorUrl !== undefined : true
  return [
    ...problem(
      trustedRoot === undefined,
      'trusted-root',
      undefined,
      'the path of the trusted root of the instance that the other inputs name',
    ),
    ...problem(!services, 'fulcio-url', fulcioUrl, both),
    ...problem(
      signingConfig !== undefined && (fulcioUrl ?? rekorUrl) !== undefined,
      'signing-config',
      signingConfig,
      `either ${both}`,
    ),
    ...problem(
      signingConfig !== undefined && format === 'legacy',
      'signing-config',
      signingConfig,
      'nothing with format: legacy, for which cosign takes fulcio-url and rekor-url',
    ),
  ]
}

function instanceOf({
  fulcioUrl,
  rekorUrl,
  signingConfig,
  trustedRoot,
}: SignInputs): InstanceRequest | undefined {
  if (trustedRoot === undefined) return undefined
  const services: PrivateServices =
    signingConfig === undefined
      ? { kind: 'urls', fulcio: fulcioUrl ?? '', rekor: rekorUrl ?? '' }
      : { kind: 'signing-config', path: signingConfig }
  return { services, trustedRoot }
}

function problem(
  wrong: boolean,
  input: string,
  seen: string | undefined,
  expected: string,
): readonly InputProblem[] {
  return wrong ? [{ input, seen, expected }] : []
}
