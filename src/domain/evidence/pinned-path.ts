import { SHA256_DIGITS } from '../oci/digest.ts'

const PINNED_PATH = new RegExp(`^([^]*?)(?:@sha256:(${SHA256_DIGITS}))?$`)

/** A path, and what the file at it must hash to. */
export interface PinnedPath {
  readonly path: string
  /** Lower-case hex SHA-256; undefined where the file is taken as it is. */
  readonly sha256: string | undefined
}

/**
 * Reads `path` or `path@sha256:<hex>`.
 *
 * @example parsePinnedPath(`e.json@sha256:${'0a'.repeat(32)}`).path === 'e.json'
 * @throws {RangeError} with the accepted form
 */
export function parsePinnedPath(text: string): PinnedPath {
  const [, path = '', sha256] = PINNED_PATH.exec(text) ?? []
  if (path === '' || /@sha256:[^/]*$/i.test(path) || path.includes('\0')) {
    throw new RangeError(
      'a path, or a path with the SHA-256 of its file as path@sha256:<64 lower-case hex digits>',
    )
  }
  return { path, sha256 }
}
