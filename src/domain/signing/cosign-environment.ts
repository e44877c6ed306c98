/** Variables that change what cosign does: viper reads a `COSIGN_<FLAG>` for every flag there is. */
const TAKEN_OUT = /^(?:COSIGN_|SIGSTORE_|TUF_|ACTIONS_ID_TOKEN_REQUEST_)/i

/**
 * The environment of a cosign: what was inherited without anything that steers cosign, and what is added.
 *
 * @example cosignEnvironment({ PATH: '/bin', COSIGN_RECURSIVE: 'true' }, {}) gives { PATH: '/bin' }
 */
export function cosignEnvironment(
  inherited: Readonly<Record<string, string | undefined>>,
  added: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const kept = Object.entries(inherited).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !TAKEN_OUT.test(entry[0]),
  )
  return { ...Object.fromEntries(kept), ...added }
}
