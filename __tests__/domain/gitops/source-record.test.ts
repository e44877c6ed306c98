import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { SourceCommit } from '../../../src/domain/gitops/source-commit.ts'
import { formatSourceRecord, readSourceRecord } from '../../../src/domain/gitops/source-record.ts'

const sha = '0a'.repeat(20)

describe('a source commit', () => {
  it.each([
    ['a short ref', 'main', sha],
    ['an empty ref', '', sha],
    ['a ref with a line end', 'refs/heads/a\nb', sha],
    ['a ref with a space', 'refs/heads/a b', sha],
    ['half a character', 'refs/heads/a\ud800', sha],
    ['a short commit', 'refs/heads/main', sha.slice(1)],
    ['a long commit', 'refs/heads/main', `${sha}0`],
    ['upper case', 'refs/heads/main', sha.toUpperCase()],
    ['a branch as a commit', 'refs/heads/main', 'main'],
  ])('is refused: %s', (_, ref, commit) => {
    expect(() => SourceCommit.parse(ref, commit)).toThrow(
      new RangeError('a full ref such as refs/heads/main and a commit of 40 lower-case hex digits'),
    )
  })
})

describe('a source record', () => {
  it.each([
    ['refs/heads/main', `# refs/heads/main ${sha}`],
    ['refs/tags/v1.0.0', `# refs/tags/v1.0.0 ${sha}`],
    ['refs/pull/7/merge', `# refs/pull/7/merge ${sha}`],
    ['refs/heads/release/1#2', `# refs/heads/release/1#2 ${sha}`],
    ['refs/heads/50%', `# refs/heads/50%25 ${sha}`],
    ['refs/heads/grün\u202e\u2028', `# refs/heads/gr%C3%BCn%E2%80%AE%E2%80%A8 ${sha}`],
    ['refs/heads/🚀', `# refs/heads/%F0%9F%9A%80 ${sha}`],
  ])('of %s', (ref, text) => {
    const source = SourceCommit.parse(ref, sha)
    expect(formatSourceRecord(source)).toBe(text)
    expect(readSourceRecord(text)).toEqual({ kind: 'recorded', source })
  })

  it.each([
    undefined,
    '',
    '#',
    '# kept by hand',
    '# main',
    `# main ${sha}`,
    `# ${sha}`,
    '# {"$imagepolicy": "a:b"}',
    '# see refs/heads/main',
  ])('is absent in %j', (comment) => {
    expect(readSourceRecord(comment)).toEqual({ kind: 'absent' })
  })

  it.each([
    'refs/heads/main',
    'refs/heads/main abc',
    `refs/heads/main ${sha.toUpperCase()}`,
    `refs/heads/main ${sha.slice(1)}`,
    `refs/heads/main ${sha} rolled back by hand`,
    `refs/heads/%zz ${sha}`,
    `refs/heads/%0a ${sha}`,
    `refs/heads/a..b ${sha}`,
    `refs/heads/a\t${sha}`,
  ])('is unreadable in %j', (text) => {
    expect(readSourceRecord(`# ${text}`)).toEqual({ kind: 'unreadable', text })
  })

  it('is one printable line and survives being written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (name) => {
        let source: SourceCommit
        try {
          source = SourceCommit.parse(`refs/heads/${name}`, sha)
        } catch {
          return
        }
        const text = formatSourceRecord(source)
        expect(text).toMatch(/^# [!-~]+ [0-9a-f]{40}$/)
        expect(readSourceRecord(text)).toEqual({ kind: 'recorded', source })
      }),
    )
  })
})
