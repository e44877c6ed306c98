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
  const has = (flag: string): boolean => new RegExp(`^\\s+(?:-\\w, )?${flag}(?:[= ]|$)`, 'm').test(signHelp)
  if (!has('--recursive') || !has('--identity-token')) return undefined
  if (has('--bundle')) return 'v3'
  return has('--new-bundle-format') ? 'v2.6' : 'v2'
}

/** Whether a cosign can write a format. */
export function writesFormat(generation: CosignGeneration, format: SignatureFormat): boolean {
  return format === 'legacy' || generation !== 'v2'
}
