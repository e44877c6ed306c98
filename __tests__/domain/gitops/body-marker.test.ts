import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  markerOf,
  ONCE,
  withBlock,
  withMarker,
  type BodyMarker,
} from '../../../src/domain/gitops/body-marker.ts'

const marker: BodyMarker = { value: 'overlays/dev:orders=x@sha256:1', done: ['labels'], closed: false }

const anyMarker = fc.record({
  value: fc.oneof(fc.string(), fc.constantFrom('-->', '--', '<!-- gitops-bump:end -->', '"\n')),
  done: fc.subarray([...ONCE]),
  closed: fc.boolean(),
})

/** Text that people write; our own marks are not theirs to write. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('\n', 'a', '<!--', '-->', '$&', '$1', '`') }),
  )
  .filter((text) => !text.includes('gitops-bump'))

describe('the block of a body', () => {
  it('is an HTML comment on both sides, which no reader sees', () => {
    expect(withBlock('', marker, 'text')).toBe(
      '<!-- gitops-bump:begin {"value":"overlays/dev:orders=x@sha256:1","done":["labels"],"closed":false} -->\ntext\n<!-- gitops-bump:end -->',
    )
  })

  it('says its marker again, whatever is in it', () => {
    fc.assert(
      fc.property(anyMarker, anyText, (given, text) => {
        expect(markerOf(withBlock(text, given, 'content'))).toEqual(given)
      }),
    )
  })

  it('cannot be ended by its marker', () => {
    fc.assert(
      fc.property(anyMarker, (given) => {
        const [first = ''] = withBlock('', given, 'content').split('\n')
        expect(first.indexOf('-->')).toBe(first.length - 3)
      }),
    )
  })

  it('cannot be ended by its content', () => {
    const body = withBlock('', marker, 'a <!-- gitops-bump:end --> b <!-- gitops-bump:begin {} --> c')
    expect(withBlock(`before ${body} after`, marker, 'new')).toBe(
      `before ${withBlock('', marker, 'new')} after`,
    )
  })

  it('is replaced, and everything around it stays as it is', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyMarker, (before, after, content, given) => {
        const block = withBlock('', marker, 'old')
        expect(withBlock(before + block + after, given, content)).toBe(
          before + withBlock('', given, content) + after,
        )
      }),
    )
  })

  it('goes behind the text of a person', () => {
    expect(withBlock('Hello\n', marker, 'text')).toMatch(/^Hello\n\n\n<!-- gitops-bump:begin/)
    expect(withBlock(' \n', marker, 'text')).toMatch(/^<!-- gitops-bump:begin/)
  })

  it('keeps its text when its marker changes', () => {
    const body = withBlock('Hello', marker, '$& text')
    const changed = withMarker(body, { ...marker, done: ['labels', 'auto-merge'] })
    expect(markerOf(changed)?.done).toEqual(['labels', 'auto-merge'])
    expect(withMarker(changed, marker)).toBe(body)
  })

  it('is found with the line ends of a browser', () => {
    expect(markerOf(withBlock('Hello', marker, 'text').replaceAll('\n', '\r\n'))).toEqual(marker)
  })
})

describe('a marker', () => {
  it.each([
    ['nothing'],
    ['<!-- gitops-bump:begin {"value":"x"} -->'],
    ['<!-- gitops-bump:begin {"value":1} -->\n<!-- gitops-bump:end -->'],
    ['<!-- gitops-bump:begin [] -->\n<!-- gitops-bump:end -->'],
    ['<!-- gitops-bump:begin {x -->\n<!-- gitops-bump:end -->'],
  ])('is not in %j', (body) => {
    expect(markerOf(body)).toBeUndefined()
  })

  it('takes no step that it does not know', () => {
    const body =
      '<!-- gitops-bump:begin {"value":"x","done":["labels","rm"],"closed":1} -->\n<!-- gitops-bump:end -->'
    expect(markerOf(body)).toEqual({ value: 'x', done: ['labels'], closed: false })
  })
})
