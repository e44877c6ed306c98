/**
 * What a cosign knows of the bundle format: nothing (`v2`, up to 2.5), on request (`v2.6`), by default (`v3`). The three
 * take different flags for the same thing.
 */
export type CosignGeneration = 'v2' | 'v2.6' | 'v3'

/** How signatures are kept: as tags `sha256-….sig` and `.att`, or as manifests that refer to the image. */
export type SignatureFormat = 'legacy' | 'bundle'

/**
 * Reads the generation out of `cosign sign --help`, because a cosign that was built from source may not know its version. Releases from 3.1
 * on hide `--new-bundle-format`, so what tells a v3 is that it writes a `--bundle`.
 *
 * @returns undefined for what cannot sign an index with all it holds
 */
export function cosignGeneration(signHelp: string): CosignGeneration | undefined {
  if (!hasFlag(signHelp, '--recursive') || !hasFlag(signHelp, '--identity-token')) return undefined
  if (hasFlag(signHelp, '--bundle')) return 'v3'
  return hasFlag(signHelp, '--new-bundle-format') ? 'v2.6' : 'v2'
}

/**
 * Whether bundles of a cosign are found in a registry without the referrers API. There a client writes the list of referrers itself, and
 * cosign up to 3.0.6 notes the wrong type in it, so that Kyverno finds no bundle; 3.1 does it right.
 *
 * @see https://github.com/sigstore/cosign/issues/4641
 */
export function writesReadableReferrers(signHelp: string): boolean {
  return cosignGeneration(signHelp) === 'v3' && !hasFlag(signHelp, '--new-bundle-format')
}

function hasFlag(help: string, flag: string): boolean {
  return new RegExp(`^\\s+(?:-\\w, )?${flag}(?:[= ]|$)`, 'm').test(help)
}

/** Whether a cosign can write a format. */
export function writesFormat(generation: CosignGeneration, format: SignatureFormat): boolean {
  return format === 'legacy' || generation !== 'v2'
}
