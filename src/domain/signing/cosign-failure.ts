/** Why a cosign failed, as far as its output tells. */
export type CosignFailure =
  /** A verification found nothing at all: not signed, not attested. */
  | 'nothing-found'
  /** There are attestations, and none of the type that was asked for. */
  | 'other-type'
  /** There is a signature, by somebody else. */
  | 'other-identity'
  /** Certificate, timestamp or log entry are of a sigstore that is not trusted. */
  | 'untrusted'
  /** A service or the network: worth another try. */
  | 'unavailable'
  /** The log has the entry already: a new run has a new key, and so a new entry. */
  | 'entry-exists'
  /** Another process holds the lock of the TUF cache. */
  | 'cache-locked'
  /** Registry or Fulcio refuse who asks. */
  | 'refused'
  /** The registry does not have the image. */
  | 'image-missing'
  /** The registry lets no tag be written again. */
  | 'tag-immutable'
  /** There was no identity token, and cosign asked a person. */
  | 'no-token'
  | 'unknown'

/** In the order of precedence: what is certain comes before what a message may hold by chance. */
const SIGNS: readonly (readonly [CosignFailure, RegExp])[] = [
  ['no-token', /using device flow/],
  ['tag-immutable', /ImageTagAlreadyExists|\bTAG_INVALID: |\btag is immutable\b/],
  ['entry-exists', /createLogEntryConflict/],
  ['cache-locked', /resource temporarily unavailable/],
  [
    'refused',
    /\b(?:UNAUTHORIZED|DENIED): |\b40[13] (?:Unauthorized|Forbidden)|processing the identity token/,
  ],
  [
    'unavailable',
    /\b(?:408|425|429|5\d\d) [A-Z<]|returned (?:429|5\d\d)\b|\[(?:429|5\d\d)\]|status code (?:408|425|429|5\d\d)\b|TOOMANYREQUESTS|\bUNAVAILABLE: |giving up after|unexpected EOF|: EOF\b|connection re(?:set|fused)|connection lost|broken pipe|stream error|timed out|[Tt]imeout|deadline exceeded|no such host|no route to host|network is unreachable|server misbehaving/,
  ],
  [
    'other-identity',
    /none of the expected identities matched|failed to verify certificate identity|expected GitHub Workflow Repository not found|certificate issuer extensions mismatch/,
  ],
  [
    'untrusted',
    /signed by unknown authority|leaf certificate verification failed|(?:ctfe|log) public key not found|verify 0 SCT entries|not enough verified log entries/,
  ],
  ['image-missing', /MANIFEST_UNKNOWN|unexpected status code 404/],
  ['other-type', /none of the attestations matched the predicate type/],
  // with anything behind it there was something, which could not be verified for a reason that is not known here
  [
    'nothing-found',
    /no signatures found|no valid bundles exist|no matching (?:attestations|signatures):?\s*$/m,
  ],
]

/** A run of cosign that failed. */
export interface CosignTrouble {
  readonly failure: CosignFailure
  /** Standard error. */
  readonly said: string
}

/**
 * Tells from its output why a cosign failed; its exit code says less, and differs between versions.
 *
 * @param output standard error
 */
export function cosignFailure(output: string): CosignFailure {
  const words = output.replace(NAMES, '…')
  return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'unknown'
}

/** What others have named: identities, images and addresses say nothing of what happened, and can look as if they did. */
const NAMES =
  /got subjects \[[^\]]*\](?: with issuer \S+)?|\[[^\]]*@sha256:[^\]]*\]|\S+@sha256:[0-9a-f]+|https?:\/\/[^\s"]+(?<!:)|"https?:[^"]*"/g

/** Whether another run may succeed without anything being changed. */
export function isWorthRetrying(failure: CosignFailure): boolean {
  return ['unavailable', 'entry-exists', 'cache-locked'].includes(failure)
}
