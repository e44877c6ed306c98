import { describe, expect, it } from '@jest/globals'
import { IMAGE_NAME_FORM, ImageName } from '../../../src/domain/oci/image-name.ts'
import { ImageReference } from '../../../src/domain/oci/image-reference.ts'

const F64 = `sha256:${'f'.repeat(64)}`
const DEADB33F = 'sha256:deadb33fdeadb33fdeadb33fdeadb33fdeadb33fdeadb33fdeadb33fdeadb33f'
const SLASHES = 'a/'.repeat(128)

/** Taken by distribution and taken here. */
const REFERENCES = [
  `test:5000/repo@${F64}`,
  `[2001:db8::1]:5000/repo@${F64}`,
  `gcr.io/g-convoy/hello-world@${DEADB33F}`,
  `gcr.io/google.com/project-id/hello-world@${DEADB33F}`,
  `us.gcr.io/project-id/sub-repo@${DEADB33F}`,
  `example.text/foo/bar@${DEADB33F}`,
]

/** Names without tag and digest: a place for an image, and no reference. */
const NAMES = [
  'test:5000/repo',
  'sub-dom1.foo.com/bar/baz/quux',
  '192.168.1.1/repo',
  '192.168.1.1:5000/repo',
  '[2001:db8::1]/repo',
  '[2001:db8::1]:5000/repo',
  '[2001:db8::]:5000/repo',
  '[::1]:5000/repo',
]

/** Taken by distribution, and refused here: a tag, a default registry, or another algorithm. */
const STRICTER = [
  'test_com',
  'test.com:tag',
  'test.com:5000',
  'test.com/repo:tag',
  'test:5000/repo:tag',
  `test:5000/repo:tag@${F64}`,
  'lowercase:Uppercase',
  `${'a/'.repeat(127)}a:tag-puts-this-over-max`,
  'sub-dom1.foo.com/bar/baz/quux:some-long-tag',
  'b.gcr.io/test.example.com/my-app:test.example.com',
  'xn--n3h.com/myimage:xn--n3h.com',
  `xn--7o8h.com/myimage:xn--7o8h.com@sha512:${'f'.repeat(128)}`,
  'foo_bar.com:8080',
  'foo/foo_bar.com:8080',
  '192.168.1.1',
  '192.168.1.1:tag',
  '192.168.1.1:5000',
  '192.168.1.1:5000/repo:5050',
  '[2001:db8:1:2:3:4:5:6]/repo:tag',
  '[2001:db8::1]:5000/repo:tag',
  `[2001:db8::1]:5000/repo:tag@${F64}`,
  `example.text/foo/bar:latest@${DEADB33F}`,
  `example.text:8443/foo/bar:latest@${DEADB33F}`,
  `example.text/foo/bar:v1.0.0-alpine@${DEADB33F}`,
  `namespace/pathcomponent/image@${DEADB33F}`,
  `library/ubuntu@${DEADB33F}`,
  `nginx:latest@${DEADB33F}`,
  `library/nginx:latest@${DEADB33F}`,
]

/** Refused by distribution or go-containerregistry too. */
const BROKEN = [
  '',
  ':justtag',
  `@${F64}`,
  `repo@sha256:${'f'.repeat(34)}`,
  `validname@invaliddigest:${'f'.repeat(64)}`,
  'Uppercase:tag',
  'test:5000/Uppercase/lowercase:tag',
  `${SLASHES}a:tag`,
  'aa/asdf$$^/aa',
  '[2001:db8::1]',
  '[2001:db8::1]:5000',
  '[2001:db8::1]:tag',
  '[fe80::1%eth0]:5000/repo',
  '[fe80::1%@invalidzone]:5000/repo',
  'gcr.io/project-id/unknown-alg@unknown:abc123',
  'gcr.io/project-id/wrong-length@sha256:d34db33fd34db33f',
  'gcr.io/project-id/missing-digest@',
]

/** TestReferenceParse of distribution/reference, and the digest names of google/go-containerregistry. */
describe('the vectors of references', () => {
  it.each(REFERENCES)('%s is a reference', (text) => {
    expect(ImageReference.parse(text).toString()).toBe(text)
    expect(() => ImageName.parse(text)).toThrow(RangeError)
  })

  it.each(NAMES)('%s is a name', (text) => {
    expect(ImageName.parse(text).text).toBe(text)
    expect(() => ImageReference.parse(text)).toThrow(RangeError)
  })

  it.each([...STRICTER, ...BROKEN])('%j is neither', (text) => {
    expect(() => ImageReference.parse(text)).toThrow(RangeError)
    expect(() => ImageName.parse(text)).toThrow(IMAGE_NAME_FORM)
  })

  it('become references with a digest', () => {
    const { digest } = ImageReference.parse(REFERENCES[0] ?? '')
    expect(ImageName.parse('test:5000/repo').at(digest).toString()).toBe(REFERENCES[0])
  })
})
