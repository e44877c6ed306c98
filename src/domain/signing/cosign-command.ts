import type { CertificateIdentity } from './certificate-identity.ts'
import type { CosignGeneration, SignatureFormat } from './cosign-generation.ts'

/** Where the services of an instance are: their URLs, or the file that names them, which is for bundles alone. */
export type PrivateServices =
  | { readonly kind: 'urls'; readonly fulcio: string; readonly rekor: string }
  | { readonly kind: 'signing-config'; readonly path: string }

/** Paths of PEM files. */
interface TrustedKeyFiles {
  readonly fulcio: string
  readonly certificateLog: string
  readonly rekor: string
}

/** A sigstore that is not the public one. Everything but the URLs is the path of a file. */
export interface PrivateInstance {
  readonly services: PrivateServices
  readonly trustedRoot: string
  /** PEM files with what the trusted root holds, for a cosign that {@link readsPem}. */
  readonly pem: TrustedKeyFiles | undefined
}

/** Which cosign writes and reads what, and with which services; no instance is the public one. */
export interface CosignSetup {
  readonly generation: CosignGeneration
  readonly format: SignatureFormat
  readonly instance: PrivateInstance | undefined
}

/** One run of cosign. */
export interface CosignCommand {
  readonly args: readonly string[]
  /** What is added to the environment. */
  readonly environment: Readonly<Record<string, string>>
}

/** What a run that writes needs. */
export interface Writing {
  /** The path of the file with the identity token; never the token, which everyone on the machine could read. */
  readonly tokenFile: string
  /** Seconds for the whole run, which may write many signatures. */
  readonly timeout: number
}

/**
 * Signs images, one after the other. What an index holds is not signed with it: each digest is named, so that none is signed twice and
 * none that is not meant.
 */
export function signCommand(
  setup: CosignSetup,
  request: Writing & { readonly images: readonly string[] },
): CosignCommand {
  return writing(setup, request, ['sign', '--recursive=false'], request.images)
}

/**
 * Attests one predicate of one image.
 *
 * @param request `replace` takes all earlier attestations of the type away, whoever made them, in the legacy format
 */
export function attestCommand(
  setup: CosignSetup,
  request: Writing & {
    readonly image: string
    readonly type: string
    readonly predicate: string
    readonly replace: boolean
  },
): CosignCommand {
  const { image, type, predicate, replace } = request
  const words = ['attest', `--type=${type}`, `--predicate=${predicate}`, `--replace=${replace}`]
  return writing(setup, request, words, [image])
}

/** Looks for signatures of one image: a cosign takes the format of the first for all of several. */
export function verifyCommand(
  setup: CosignSetup,
  { image, identity }: { readonly image: string; readonly identity: CertificateIdentity },
): CosignCommand {
  return reading(setup, ['verify', ...identityFlags(identity)], image)
}

/** Looks for attestations of one type of one image. */
export function verifyAttestationCommand(
  setup: CosignSetup,
  request: { readonly image: string; readonly identity: CertificateIdentity; readonly type: string },
): CosignCommand {
  const { image, identity, type } = request
  return reading(setup, ['verify-attestation', `--type=${type}`, ...identityFlags(identity)], image)
}

function writing(
  setup: CosignSetup,
  { tokenFile, timeout }: Writing,
  words: readonly string[],
  images: readonly string[],
): CosignCommand {
  const token = [`--identity-token=${tokenFile}`, '--oidc-disable-ambient-providers=true']
  const flags = [...formatFlags(setup), ...serviceFlags(setup), ...trustFlags(setup)]
  return {
    args: [...words, '--yes', `--timeout=${timeout}s`, ...token, ...flags, ...images],
    environment: trustEnvironment(setup),
  }
}

function reading(setup: CosignSetup, words: readonly string[], image: string): CosignCommand {
  return {
    args: [...words, '--output=json', ...formatFlags(setup), ...trustFlags(setup), image],
    environment: trustEnvironment(setup),
  }
}

/** Whom a verification is asked to find. */
export function identityFlags({ subject, issuer, repository }: CertificateIdentity): readonly string[] {
  return [
    `--certificate-identity=${subject}`,
    `--certificate-oidc-issuer=${issuer}`,
    `--certificate-github-workflow-repository=${repository}`,
  ]
}

function formatFlags({ generation, format }: CosignSetup): readonly string[] {
  return generation === 'v2' ? [] : [`--new-bundle-format=${format === 'bundle'}`]
}

/** A v3 asks for the public signing config unless it is told not to, and refuses URLs beside one. */
function serviceFlags({ generation, format, instance }: CosignSetup): readonly string[] {
  const services = instance?.services
  if (services?.kind === 'signing-config') return [`--signing-config=${services.path}`]
  const none = generation === 'v3' && (format === 'legacy' || services !== undefined)
  return [
    ...(none ? ['--use-signing-config=false'] : []),
    ...(services === undefined ? [] : [`--fulcio-url=${services.fulcio}`, `--rekor-url=${services.rekor}`]),
  ]
}

function trustFlags(setup: CosignSetup): readonly string[] {
  return setup.instance === undefined || readsPem(setup)
    ? []
    : [`--trusted-root=${setup.instance.trustedRoot}`]
}

function trustEnvironment(setup: CosignSetup): Readonly<Record<string, string>> {
  if (setup.instance?.pem === undefined || !readsPem(setup)) return {}
  const { fulcio, certificateLog, rekor } = setup.instance.pem
  return {
    SIGSTORE_ROOT_FILE: fulcio,
    SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: certificateLog,
    SIGSTORE_REKOR_PUBLIC_KEY: rekor,
  }
}

/** Whether a cosign takes keys from PEM files in place of a trusted root, which a v2.6 reads for bundles alone. */
export function readsPem({ generation, format }: Pick<CosignSetup, 'generation' | 'format'>): boolean {
  return format === 'legacy' && generation !== 'v3'
}
