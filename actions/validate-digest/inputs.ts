import { parsePinnedPath } from '../../src/domain/evidence/pinned-path.ts'
import { parseSha256Hex, SHA256_HEX_FORM } from '../../src/domain/oci/digest.ts'
import { IMAGE_NAME_FORM, ImageName } from '../../src/domain/oci/image-name.ts'
import { Platform, PLATFORM_FORM } from '../../src/domain/oci/platform.ts'
import { ServiceName } from '../../src/domain/shared/service-name.ts'
import {
  flag,
  lines,
  optional,
  required,
  text,
  using,
  withDefault,
  type InputsOf,
} from '../../src/kit/input-spec.ts'
import { perService } from './per-service.ts'

const service = using('the name of a service', (value) => ServiceName.parse(value))

/** The inputs of action.yml, with the same defaults. */
export const inputs = {
  service: required(using('the name of the service', (value) => ServiceName.parse(value))),
  // a digest is no kind of its own: each mistake in it has its own message, and those of several services are named together
  digest: optional(perService('a digest', (value) => value)),
  'digest-file': optional(text('a path')),
  artifact: optional(using('the name of an artifact', parseArtifactName)),
  services: optional(lines(service)),
  image: optional(perService(IMAGE_NAME_FORM, (value) => ImageName.parse(value))),
  name: optional(perService('the name of an image in a kustomization', parseKustomizeName)),
  'check-registry': optional(flag()),
  'require-index': withDefault(flag(), 'false'),
  platforms: withDefault(using(`a list of ${PLATFORM_FORM}`, parsePlatforms), ''),
  evidence: withDefault(lines(using('a path, or path@sha256:…', parsePinnedPath)), ''),
  'artifact-evidence-sha256': optional(perService(SHA256_HEX_FORM, parseSha256Hex)),
  'publish-artifact': withDefault(flag(), 'false'),
}

export type ValidateInputs = InputsOf<typeof inputs>

/** The outputs of action.yml. */
export const outputs = [
  'digest',
  'image-ref',
  'images',
  'media-type',
  'platforms',
  'evidence',
  'evidence-sha256',
  'evidence-directory',
] as const

export type ValidateOutput = (typeof outputs)[number]

/** A name, in which one `*` can stand for the service. */
function parseArtifactName(value: string): string {
  if (!/^[^*\\/:<>|?"\p{Cc}]*\*?[^*\\/:<>|?"\p{Cc}]*$/u.test(value)) {
    throw new RangeError('the name of an artifact, such as digest-orders, or with one * for the service')
  }
  return value
}

function parseKustomizeName(value: string): string {
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9._/:-]*[A-Za-z0-9])?$/.test(value)) {
    throw new RangeError('the name of an image in a kustomization, without tag and digest, such as orders')
  }
  return value
}

function parsePlatforms(value: string): readonly Platform[] {
  return value
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map((word) => Platform.parse(word))
}
