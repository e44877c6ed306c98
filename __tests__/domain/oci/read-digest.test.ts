import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { DIGEST_FAULTS } from '../../../src/domain/oci/digest-faults.ts'
import { readDigest } from '../../../src/domain/oci/read-digest.ts'
import { Fault } from '../../../src/domain/shared/fault.ts'

const HEX = 'e58fcf7418d4390dec8e8fb69d88c06ec07039d651fedd3aa72af9972e7d046b'
const GOOD = `sha256:${HEX}`

type Cause = keyof typeof DIGEST_FAULTS

function faultOf(text: string): Fault {
  try {
    readDigest(text, 'input "digest"')
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error(`${JSON.stringify(text)} was taken for a digest`)
}

/** What is found in place of a digest, with the code that names the mistake behind it. */
const MISTAKES: readonly (readonly [what: string, text: string, Cause])[] = [
  ['a build without a push, or a step without an id', '', 'digest-empty'],
  ['white space', ' \n\t', 'digest-empty'],
  ['an expression in a script', '${{ steps.build.outputs.digest }}', 'digest-unexpanded'],
  ['a variable in single quotes', '${DIGEST}', 'digest-unexpanded'],
  ['a variable without braces', '$DIGEST', 'digest-unexpanded'],
  ['a command in single quotes', '$(cat digest.txt)', 'digest-unexpanded'],
  ['a command in backticks', '`cat digest.txt`', 'digest-unexpanded'],
  ['a variable behind the algorithm', 'sha256:${HEX}', 'digest-unexpanded'],
  ['jq -r without -e', 'null', 'digest-null'],
  ['a script', 'undefined', 'digest-null'],
  ['Python', 'None', 'digest-null'],
  ['Go', '<nil>', 'digest-null'],
  ['a Go template', '<no value>', 'digest-null'],
  ['docker images', '<none>', 'digest-null'],
  ['jq without -r', `"${GOOD}"`, 'digest-quoted'],
  ['quotes of a shell', `'${GOOD}'`, 'digest-quoted'],
  ['two lines', `${GOOD}\n${GOOD}`, 'digest-several'],
  ['two words', `${GOOD} ${GOOD}`, 'digest-several'],
  ['a list', `${GOOD},${GOOD}`, 'digest-several'],
  ['a line of sha256sum', `${HEX}  manifest.json`, 'digest-several'],
  ['a reference', `ghcr.io/org/orders@${GOOD}`, 'digest-of-reference'],
  ['a reference without digest', 'ghcr.io/org/orders@', 'digest-of-reference'],
  ['a tag', 'latest', 'digest-tag'],
  ['a version', 'v1.2.3', 'digest-tag'],
  ['a name and a tag', 'ghcr.io/org/orders:sha-4f0c29d', 'digest-tag'],
  ['a name with a port and a tag', 'localhost:5000/orders:v1', 'digest-tag'],
  ['upper-case digits', `sha256:${HEX.toUpperCase()}`, 'digest-upper-case'],
  ['one upper-case digit', `sha256:${HEX.slice(0, -1)}B`, 'digest-upper-case'],
  ['an upper-case algorithm', `SHA256:${HEX}`, 'digest-upper-case'],
  ['a mixed algorithm', `Sha256:${HEX}`, 'digest-upper-case'],
  ['the digits alone', HEX, 'digest-no-algorithm'],
  ['the digits alone, upper case', HEX.toUpperCase(), 'digest-no-algorithm'],
  ['a short image ID', HEX.slice(0, 12), 'digest-no-algorithm'],
  ['a commit', '4f0c29d8a1b7e6534f0c29d8a1b7e6534f0c29d8', 'digest-no-algorithm'],
  ['sha512', `sha512:${HEX}${HEX}`, 'digest-algorithm'],
  ['63 digits', `sha256:${HEX.slice(1)}`, 'digest-length'],
  ['65 digits', `${GOOD}0`, 'digest-length'],
  ['the algorithm alone', 'sha256:', 'digest-length'],
  ['no digits and no colon', 'sha256', 'digest-length'],
  ['a digit that is none', `sha256:${HEX.slice(1)}g`, 'digest-malformed'],
  ['a URL', `https://ghcr.io/v2/org/orders/manifests/${GOOD}`, 'digest-malformed'],
  [
    'the hash of nothing',
    `sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`,
    'digest-sentinel',
  ],
  [
    'the hash of an empty line',
    `sha256:01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b`,
    'digest-sentinel',
  ],
  [
    'the hash of {}',
    `sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a`,
    'digest-sentinel',
  ],
  ['zeros', `sha256:${'0'.repeat(64)}`, 'digest-sentinel'],
  ['a repeated digit', `sha256:${'f'.repeat(64)}`, 'digest-sentinel'],
]

/** The test vectors of those who read digests, with what is said of those that are refused here. */
const VECTORS: Readonly<Record<string, readonly (readonly [text: string, Cause | 'good'])[]>> = {
  'opencontainers/go-digest, TestParseDigest': [
    [GOOD, 'good'],
    [
      'sha384:d3fc7881460b7e22e3d172954463dddd7866d17597e7248453c48b3e9d26d9596bf9c4a9cf8072c9d5bad76e19af801d',
      'digest-algorithm',
    ],
    ['blake3:af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262', 'digest-algorithm'],
    ['', 'digest-empty'],
    ['     ', 'digest-empty'],
    ['sha256:', 'digest-length'],
    [`sha256:${' '.repeat(64)}`, 'digest-length'],
    [':', 'digest-malformed'],
    ['d41d8cd98f00b204e9800998ecf8427e', 'digest-no-algorithm'],
    ['sha256:d41d8cd98f00b204e9800m98ecf8427e', 'digest-malformed'],
    ['sha256:abcdef0123456789', 'digest-length'],
    ['sha512:abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789', 'digest-algorithm'],
    ['blake3:abcdef0123456789abcdef0123456789abcdef01234', 'digest-algorithm'],
    ['foo:d41d8cd98f00b204e9800998ecf8427e', 'digest-algorithm'],
    [
      'sha384__foo+bar:d3fc7881460b7e22e3d172954463dddd7866d17597e7248453c48b3e9d26d9596bf9c4a9cf8072c9d5bad76e19af801d',
      'digest-malformed',
    ],
    [
      'sha384.foo+bar:d3fc7881460b7e22e3d172954463dddd7866d17597e7248453c48b3e9d26d9596bf9c4a9cf8072c9d5bad76e19af801d',
      'digest-algorithm',
    ],
    [
      'sha384_foo+bar:d3fc7881460b7e22e3d172954463dddd7866d17597e7248453c48b3e9d26d9596bf9c4a9cf8072c9d5bad76e19af801d',
      'digest-algorithm',
    ],
    ['sha256+b64:LCa0a2j_xo_5m0U8HTBBNBNCLXBkg7-g-YpeiGJm564', 'digest-algorithm'],
    [`sha256:${HEX.toUpperCase()}`, 'digest-upper-case'],
  ],
  'google/go-containerregistry, TestGoodHashes and TestBadHashes': [
    ['sha256:deadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeefdeadbeef', 'good'],
    ['sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 'good'],
    ['sha256:deadbeef', 'digest-length'],
    ['sha256:o123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 'digest-malformed'],
    ['md5:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 'digest-algorithm'],
    ['0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 'digest-no-algorithm'],
    ['md5:sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 'digest-malformed'],
  ],
  'google/go-containerregistry, badDigestNames': [
    ['gcr.io/project-id/unknown-alg@unknown:abc123', 'digest-of-reference'],
    ['gcr.io/project-id/wrong-length@sha256:d34db33fd34db33f', 'digest-of-reference'],
    ['gcr.io/project-id/missing-digest@', 'digest-of-reference'],
    [':'.repeat(64), 'digest-malformed'],
    [`gcr.io/a@${GOOD}@${GOOD}`, 'digest-of-reference'],
    [`nginx:@${GOOD}`, 'digest-of-reference'],
  ],
  'opencontainers/image-spec, TestDescriptor': [
    ['sha256:5b0bcabd1ed22e9fb1310cf6c2dec7cdef19f0ad69efa1f392e94a4333501270', 'good'],
    [
      'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      // good for a blob, never for a manifest
      'digest-sentinel',
    ],
    ['sha256:2690af59371e9eca9453dc29882643f46e5ca47ec2862bd517b5e17351325153', 'good'],
    [':5b0bcabd1ed22e9fb1310cf6c2dec7cdef19f0ad69efa1f392e94a4333501270', 'digest-malformed'],
    ['sha256', 'digest-length'],
    ['SHA256:5b0bcabd1ed22e9fb1310cf6c2dec7cdef19f0ad69efa1f392e94a4333501270', 'digest-upper-case'],
    ['sha256:5B0BCABD1ED22E9FB1310CF6C2DEC7CDEF19F0AD69EFA1F392E94A4333501270', 'digest-upper-case'],
    ['sha256+b64:c86f7763873b6c0aae22d963bab59b4f5debbed6685761b5951584f6efb0633b', 'digest-algorithm'],
    ['sha256+foo-bar:c86f7763873b6c0aae22d963bab59b4f5debbed6685761b5951584f6efb0633b', 'digest-algorithm'],
    ['sha256.foo-bar:c86f7763873b6c0aae22d963bab59b4f5debbed6685761b5951584f6efb0633b', 'digest-algorithm'],
    ['multihash+base58:QmRZxt2b1FVZPNqd8hsiykDL3TdBDeTSPX9Kv46HmX4Gx8', 'digest-algorithm'],
    ['sha256+foo+-b:c86f7763873b6c0aae22d963bab59b4f5debbed6685761b5951584f6efb0633b', 'digest-malformed'],
    ['sha256+b64u:LCa0a2j_xo_5m0U8HTBBNBNCLXBkg7-g-YpeiGJm564', 'digest-algorithm'],
    ['sha256+b64u.unknownlength:LCa0a2j_xo_5m0U8HTBBNBNCLXBkg7-g-YpeiGJm564=', 'digest-algorithm'],
  ],
  'the other values that cosign v2 takes too late': [
    ['@', 'digest-of-reference'],
    ['@sha256:', 'digest-of-reference'],
    [`sha512:${HEX}`, 'digest-algorithm'],
  ],
}

describe('a digest that a workflow hands on', () => {
  it('is taken with white space around it, as files and inputs have it', () => {
    for (const text of [GOOD, `${GOOD}\n`, `  ${GOOD}\r\n`]) {
      expect(readDigest(text, 'digest.txt').text).toBe(GOOD)
    }
  })

  it.each(MISTAKES)('is refused, and the mistake is named: %s', (_, text, code) => {
    const fault = faultOf(text)
    expect(fault).toMatchObject({ code, subject: 'input "digest"', hint: DIGEST_FAULTS[code].cure })
    expect(fault.class).toBe('configuration')
  })

  it('has a message for each mistake', () => {
    const reading = Object.keys(DIGEST_FAULTS).filter(
      (code) => code !== 'digest-disputed' && code !== 'digest-file-missing',
    )
    expect(new Set(MISTAKES.map(([, , code]) => code))).toEqual(new Set(reading))
    const cures = Object.values(DIGEST_FAULTS).map(({ cure }) => cure)
    expect(new Set(cures).size).toBe(cures.length)
  })

  it('is shown, as text and not too long', () => {
    expect(faultOf('latest').message).toBe(
      'input "digest": it is "latest", a tag. A tag can be moved and says nothing about content: hand on the `digest` output of the step that pushed the image.',
    )
    expect(faultOf('\u001b[31m::error::x').detail).toContain('"\\u001b[31m::error::x"')
    expect(faultOf('!'.repeat(5000)).detail).toContain('!" and 4900 more characters; expected sha256: and 64')
  })
})

describe.each(Object.entries(VECTORS))('the vectors of %s', (_, vectors) => {
  it.each(vectors)('%j: %s', (text, expected) => {
    if (expected === 'good') expect(readDigest(text, 'digest').text).toBe(text)
    else expect(faultOf(text).code).toBe(expected)
  })
})

describe('any text', () => {
  const near = fc.string({ unit: fc.constantFrom(...Array.from('sha256:0af9AF@ \n"$-_+.')), maxLength: 80 })

  it('is a digest of 64 digits, or is refused with a reason, and is never changed', () => {
    const texts = fc.oneof(
      near,
      fc.string({ maxLength: 200 }),
      near.map((noise) => `${GOOD.slice(0, 71 - (noise.length % 70))}${noise}`),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const isGood = /^sha256:[0-9a-f]{64}$/.test(text.trim()) && !/:(.)\1*$/.test(text.trim())
        if (isGood) expect(readDigest(text, 'digest').text).toBe(text.trim())
        else expect(Object.keys(DIGEST_FAULTS)).toContain(faultOf(text).code)
      }),
      { numRuns: 3000 },
    )
  })

  it('is looked at in a time that grows with its length', () => {
    for (const unit of ['a/', 'a.', '1:', 'a-', ' ', '$', 'sha256:']) {
      expect(faultOf(unit.repeat(50_000)).code).toMatch(/^digest-/)
    }
  })
})
