/** The machines that releases of cosign are made for and whose digest is known here. */
type ReleaseMachine = 'linux-amd64' | 'linux-arm64'

/** The release that is fetched where nothing else is asked for. */
export const DEFAULT_COSIGN = 'v3.0.6'

/**
 * SHA-256 of the executables of releases, from the lists that sigstore/cosign-installer carries.
 *
 * @see https://github.com/sigstore/cosign-installer/blob/v3.7.0/action.yml (v2.4.1)
 * @see https://github.com/sigstore/cosign-installer/blob/v3.10.1/action.yml (v2.6.1)
 * @see https://github.com/sigstore/cosign-installer/blob/v4.1.2/action.yml (v3.0.6)
 */
const PINS: Readonly<Record<string, Readonly<Record<ReleaseMachine, string>>>> = {
  'v2.4.1': {
    'linux-amd64': '8b24b946dd5809c6bd93de08033bcf6bc0ed7d336b7785787c080f574b89249b',
    'linux-arm64': '3b2e2e3854d0356c45fe6607047526ccd04742d20bd44afb5be91fa2a6e7cb4a',
  },
  'v2.6.1': {
    'linux-amd64': '064954c5d8c7e3b28188eee5b1727b31c411550bc5fefd41aa672d3c761d103a',
    'linux-arm64': '56a16480bdd56ec789abaa65924402f6b92c0041f06885995853c05567b76f34',
  },
  'v3.0.6': {
    'linux-amd64': 'c956e5dfcac53d52bcf058360d579472f0c1d2d9b69f55209e256fe7783f4c74',
    'linux-arm64': 'bedac92e8c3729864e13d4a17048007cfafa79d5deca993a43a90ffe018ef2b8',
  },
}

/** The versions whose digest is known here. */
export const PINNED_COSIGNS: readonly string[] = Object.keys(PINS)

/** What {@link parseCosignVersion} accepts, in words. */
export const COSIGN_VERSION_FORM = `a release of cosign such as ${DEFAULT_COSIGN}`

/** @throws {RangeError} with the accepted form */
export function parseCosignVersion(text: string): string {
  if (!/^v[23]\.\d+\.\d+$/.test(text)) throw new RangeError(COSIGN_VERSION_FORM)
  return text
}

/** The executable of a release. */
export interface CosignRelease {
  readonly version: string
  /** The name of the file in the release: `cosign-linux-amd64`. */
  readonly asset: string
  /** Lower-case hex. */
  readonly sha256: string
}

/**
 * The release of a version for a machine.
 *
 * @param machine `linux-amd64`
 * @param given a SHA-256 that goes before the one that is known
 * @returns undefined where nothing says what the file has to hash to
 */
export function cosignRelease(
  version: string,
  machine: string,
  given: string | undefined,
): CosignRelease | undefined {
  const pins: Readonly<Record<string, string>> | undefined = Object.hasOwn(PINS, version)
    ? PINS[version]
    : undefined
  const sha256 = given ?? (pins && Object.hasOwn(pins, machine) ? pins[machine] : undefined)
  const asset = `cosign-${machine}${machine.startsWith('windows-') ? '.exe' : ''}`
  return sha256 === undefined ? undefined : { version, asset, sha256 }
}
