import { Digest, DIGEST, DIGEST_FORM, SHA256_HEX } from './digest.ts'
import { digestFault, type DIGEST_FAULTS } from './digest-faults.ts'

type Cause = keyof typeof DIGEST_FAULTS

/** How much of a value that somebody else wrote is repeated in a message, in characters. */
const MAX_SHOWN = 100

/** Digests that are right by their form and never those of a manifest. */
const SENTINELS: ReadonlyMap<string, string> = new Map([
  ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'the hash of nothing'],
  ['01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b', 'the hash of an empty line'],
  ['44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a', 'the hash of {}, the empty config'],
])

/**
 * Reads the digest of an image from a text that a workflow handed on. White space around it is passed over, as in every input and at
 * the end of every file; nothing else is, and nothing is corrected: a value that needs a correction came from a step that is wrong.
 *
 * @param subject where the text stands, for messages: `input "digest"`
 * @throws {Fault} with a code of {@link DIGEST_FAULTS}, one for each usual mistake
 * @example readDigest(`sha256:${'0a'.repeat(32)}\n`, 'digest.txt').hex === '0a'.repeat(32)
 * @example readDigest('latest', 'input "digest"') // throws digest-tag
 * @see https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests
 */
export function readDigest(text: string, subject: string): Digest {
  const value = text.trim()
  const finding = findingOf(value)
  if (finding === undefined) return Digest.parse(value)
  throw digestFault(finding.cause, { subject, detail: finding.detail })
}

interface Finding {
  readonly cause: Cause
  readonly detail: string
}

function findingOf(value: string): Finding | undefined {
  if (value === '') return { cause: 'digest-empty', detail: 'it is empty' }
  const form = FORMS.find(({ pattern }) => pattern.test(value))
  if (form !== undefined) return { cause: form.cause, detail: `it is ${shown(value)}, ${form.what}` }
  if (!DIGEST.test(value)) {
    return { cause: 'digest-malformed', detail: `it is ${shown(value)}; expected ${DIGEST_FORM}` }
  }
  const { hex } = Digest.parse(value)
  const sentinel = SENTINELS.get(hex) ?? (/^(.)\1*$/.test(hex) ? 'one digit, repeated' : undefined)
  return sentinel === undefined
    ? undefined
    : { cause: 'digest-sentinel', detail: `it is ${value}, ${sentinel}` }
}

interface Form {
  readonly pattern: RegExp
  readonly cause: Cause
  /** What a value of this form is. */
  readonly what: string
}

/** The forms of what is often found in place of a digest; the first that matches is the cause. */
const FORMS: readonly Form[] = [
  {
    pattern: /\$\{|\$\(|\$[A-Za-z_]|^`.*`$/,
    cause: 'digest-unexpanded',
    what: 'an expression that was not expanded',
  },
  {
    pattern: /^(?:null|undefined|none|nil|<nil>|<no value>|<none>)$/i,
    cause: 'digest-null',
    what: 'which stands for nothing',
  },
  { pattern: /^(["']).*\1$/s, cause: 'digest-quoted', what: 'in quotes' },
  { pattern: /[\s,;]/, cause: 'digest-several', what: 'which is more than one value' },
  { pattern: /@/, cause: 'digest-of-reference', what: 'an image reference' },
  {
    pattern: /^sha256:(?=[0-9A-Fa-f]{64}$)[0-9a-f]*[A-F]|^(?!sha256:)[Ss][Hh][Aa]256:/,
    cause: 'digest-upper-case',
    what: 'with upper-case letters',
  },
  {
    pattern: new RegExp(SHA256_HEX, 'i'),
    cause: 'digest-no-algorithm',
    what: '64 digits without an algorithm in front of them',
  },
  {
    pattern: /^sha256(?::(?![0-9A-Fa-f]{64}$)[0-9A-Fa-f]*)?$/,
    cause: 'digest-length',
    what: 'which does not have 64 digits',
  },
  {
    pattern: /^[0-9a-f]{12,}$/i,
    cause: 'digest-no-algorithm',
    what: 'digits without an algorithm, and not 64 of them, such as an image ID or another checksum',
  },
  {
    pattern: /^(?!sha256:)[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]{32,}$/,
    cause: 'digest-algorithm',
    what: 'of another algorithm',
  },
  {
    pattern: /^(?!sha256:)(?:[\w.-]+(?::\d+)?(?:\/[\w.-]+)*:)?\w[\w.-]{0,127}$/,
    cause: 'digest-tag',
    what: 'a tag',
  },
]

/** In quotes, with what is not printable written out, and cut off. */
function shown(value: string): string {
  const text = JSON.stringify(value.slice(0, MAX_SHOWN))
  return value.length > MAX_SHOWN ? `${text} and ${value.length - MAX_SHOWN} more characters` : text
}
