import { TwirpError } from './twirp-error.ts'

/**
 * Characters no artifact name may hold, because some file system does not (actions/toolkit packages/artifact,
 * internal/upload/path-and-artifact-name-validation).
 */
const FORBIDDEN = /[":<>|*?\r\n\\/]/

/** Longest name in bytes: with what is appended while it is uploaded it must still be the name of one file. */
const MAX_BYTES = 240

/**
 * Refuses what the client refuses too (a request need not come from the client), and what cannot be the name of
 * a file on the disk of this stand-in.
 *
 * @throws TwirpError `invalid_argument`.
 */
export function checkArtifactName(name: string): void {
  if (name === '') throw new TwirpError('invalid_argument', 'name is required')
  const character = FORBIDDEN.exec(name)?.[0]
  if (character !== undefined) {
    throw new TwirpError(
      'invalid_argument',
      `the artifact name is not valid: it contains ${JSON.stringify(character)}`,
    )
  }
  if (name === '.' || name === '..' || name.includes('\0') || Buffer.byteLength(name) > MAX_BYTES) {
    throw new TwirpError(
      'invalid_argument',
      'the artifact name is not valid: it cannot be the name of a file',
    )
  }
}
