import type { CertificateIdentity } from '../../src/domain/signing/certificate-identity.ts'
import type { ImageReference } from '../../src/domain/oci/image-reference.ts'
import type { SignInputs } from './inputs.ts'

/** A command that verifies an image, for a shell. */
export function verifyCommandLine(
  { trustedRoot }: Pick<SignInputs, 'trustedRoot'>,
  image: ImageReference,
  { subject, issuer }: CertificateIdentity,
): string {
  const words = [
    `--certificate-identity=${subject}`,
    `--certificate-oidc-issuer=${issuer}`,
    ...(trustedRoot === undefined ? [] : [`--trusted-root=${trustedRoot}`]),
    image.toString(),
  ]
  return `cosign verify ${words.map(quoted).join(' ')}`
}

/** A word as a POSIX shell takes it literally. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
