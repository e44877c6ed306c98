import { describe, expect, it } from '@jest/globals'

import { cosignGeneration, writesReadableReferrers } from '../../../src/domain/signing/cosign-generation.ts'

/** Lines of `cosign sign --help` as the versions print them. */
const COMMON = [
  'Examples:',
  '  cosign sign --key <key path>|<kms uri> [--payload <path>] [-r] <image uri>',
  '',
  'Options:',
  "    --identity-token='':",
  '\tidentity token to use for certificate from fulcio. the token or a path to a file containing the token is accepted.',
  '    -r, --recursive=false:',
  '\tif a multi-arch image is specified, additionally sign each discrete image',
]
const V2_6 = ['    --new-bundle-format=false:', '\texpect the signature to be packaged in a Sigstore bundle']
const V3 = [
  "    --bundle='':",
  '\twrite everything required to verify the image to FILE',
  '    --new-bundle-format=true:',
]
const V3_1 = ["    --bundle='':", '\twrite everything required to verify the image to FILE']

describe('the generation of a cosign', () => {
  it.each([
    ['v2.4.1', COMMON, 'v2'],
    ['v2.6.5', [...COMMON, ...V2_6], 'v2.6'],
    ['v3.0.6', [...COMMON, ...V3], 'v3'],
    ['v3.1, which hides a flag', [...COMMON, ...V3_1], 'v3'],
    ['one that only speaks of bundles', [...COMMON, '\tsee --bundle'], 'v2'],
    ['one that signs no index', COMMON.filter((line) => !line.includes('--recursive')), undefined],
    ['one that takes no token', COMMON.filter((line) => !line.includes('--identity-token')), undefined],
    ['another program', ['usage: cosign'], undefined],
  ])('of %s', (_, lines, generation) => {
    expect(cosignGeneration(lines.join('\n'))).toBe(generation)
  })
})

describe('the list of referrers that a cosign writes', () => {
  it.each([
    ['v2.4.1', COMMON, false],
    ['v2.6.5', [...COMMON, ...V2_6], false],
    ['v3.0.6', [...COMMON, ...V3], false],
    ['v3.1', [...COMMON, ...V3_1], true],
    ['another program', ['usage: cosign'], false],
  ])('can be read by others, of %s: %j', (_, lines, readable) => {
    expect(writesReadableReferrers(lines.join('\n'))).toBe(readable)
  })
})
