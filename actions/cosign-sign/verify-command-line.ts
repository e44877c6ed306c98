import type { CertificateIdentity } from '../../src/domain/signing/certificate-identity.ts'
import { identityFlags } from '../../src/domain/signing/cosign-command.ts'
import type { ImageReference } from '../../src/domain/oci/image-reference.ts'
import type { SignInputs } from './inputs.ts'

/** A command that verifies an image, for a shell. */
export function verifyCommandLine(
  { trustedRoot }: Pick<SignInputs, 'trustedRoot'>,
  image: ImageReference,
  identity: CertificateIdentity,
): string {
  const words = [
    ...identityFlags(identity),
    ...(trustedRoot === undefined ? [] : [`--trusted-root=${trustedRoot}`]),
    image.toString(),
  ]
  return `cosign verify ${words.map(quoted).join(' ')}`
}

/** A word as a POSIX shell takes it literally. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
