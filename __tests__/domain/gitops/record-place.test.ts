import { describe, expect, it } from '@jest/globals'
import { heldImages } from '../../../src/domain/gitops/held-image.ts'
import { parseKustomization } from '../../../src/domain/gitops/kustomization.ts'
import { path, set, source, update, written } from './edit-language.ts'

describe('the record of the source commit', () => {
  const a = update('a', { source })
  const entry = 'images:\n- name: a\n  newName: r.io/a\n'
  const older = `# refs/heads/x ${'0'.repeat(40)}`
  it.each([
    ['stands behind the digest', `${entry}  digest: x\n`, `${entry}  digest: DIGEST RECORD\n`],
    ['takes the place of blanks', `${entry}  digest: x  \n`, `${entry}  digest: DIGEST RECORD\n`],
    [
      'takes the place of an older one',
      `${entry}  digest: x   ${older}\n`,
      `${entry}  digest: DIGEST   RECORD\n`,
    ],
    [
      'takes the place of one that cannot be read',
      `${entry}  digest: x # refs/heads/main\n`,
      `${entry}  digest: DIGEST RECORD\n`,
    ],
    [
      "stands above someone else's comment",
      `${entry}  digest: x # mine\n`,
      `${entry}  RECORD\n  digest: DIGEST # mine\n`,
    ],
    [
      'stands above a comment that came with a tag',
      `${entry}  newTag: v1 # mine\n`,
      `${entry}  RECORD\n  digest: DIGEST # mine\n`,
    ],
    [
      'takes the place of an older one above',
      `${entry}  ${older}\n  digest: x # mine\n`,
      `${entry}  RECORD\n  digest: DIGEST # mine\n`,
    ],
    [
      'stays above where the comment is gone',
      `${entry}  ${older}\n  digest: x\n`,
      `${entry}  RECORD\n  digest: DIGEST\n`,
    ],
    [
      'leaves a comment above alone',
      `${entry}  # why\n  digest: x\n`,
      `${entry}  # why\n  digest: DIGEST RECORD\n`,
    ],
    [
      'stands on both places where it stood there',
      `${entry}  ${older}\n  digest: x ${older}\n`,
      `${entry}  RECORD\n  digest: DIGEST RECORD\n`,
    ],
    [
      'stands above the dash',
      'images:\n  - digest: x # mine\n    name: a\n    newName: r.io/a\n',
      'images:\n  RECORD\n  - digest: DIGEST # mine\n    name: a\n    newName: r.io/a\n',
    ],
    [
      'stands above with CRLF',
      'images:\r\n- name: a\r\n  newName: r.io/a\r\n  digest: x # mine',
      'images:\r\n- name: a\r\n  newName: r.io/a\r\n  RECORD\r\n  digest: DIGEST # mine',
    ],
    ['comes with a new entry', 'images:\n- name: z\n', `${entry}  digest: DIGEST RECORD\n- name: z\n`],
    [
      'is written where the digest is the same',
      `${entry}  digest: DIGEST ${older}\n`,
      `${entry}  digest: DIGEST RECORD\n`,
    ],
  ])('%s', (_, before, after) => {
    expect(set(before, a)).toBe(written(after))
  })

  it.each([
    ['behind the digest', `${entry}  digest: x ${older}\n`, `${entry}  digest: DIGEST\n`],
    ['above', `${entry}  ${older}\n  digest: x # mine\n`, `${entry}  digest: DIGEST # mine\n`],
  ])('of another digest is removed where no commit is known: %s', (_, before, after) => {
    expect(set(before, update('a'))).toBe(written(after))
  })

  it('of the same digest stays where no commit is known', () => {
    const text = `${entry}  digest: DIGEST ${older}\n`
    expect(set(text, update('a'))).toBe(written(text))
  })
})

describe('the two records of an entry', () => {
  const sha = 'c0'.repeat(20)
  const read = (above: string, behind: string): unknown => {
    const text = `images:\n- name: a\n  ${above}\n  digest: x ${behind}\n`
    return heldImages(parseKustomization({ path, text }))[0]?.record
  }
  const recorded = { kind: 'recorded', source: { ref: 'refs/heads/main', sha } }
  const record = `# refs/heads/main ${sha}`

  it('are one where they say the same, or only one of them is there', () => {
    expect(read(record, record)).toEqual(recorded)
    expect(read('# other', record)).toEqual(recorded)
    expect(read(record, '# other')).toEqual(recorded)
    expect(read('# other', '# other')).toEqual({ kind: 'absent' })
  })

  it('are unreadable where they differ, or one of them is', () => {
    const unreadable = { kind: 'unreadable', text: 'two records that differ' }
    expect(read(record, `# refs/heads/main ${'c1'.repeat(20)}`)).toEqual(unreadable)
    expect(read('# refs/heads/main', record)).toEqual(unreadable)
    expect(read('# other', '# refs/heads/main')).toEqual({ kind: 'unreadable', text: 'refs/heads/main' })
  })
})
