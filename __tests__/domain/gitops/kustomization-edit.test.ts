import { describe, expect, it } from '@jest/globals'
import { setImages, type ImageChange } from '../../../src/domain/gitops/kustomization-edit.ts'
import { SourceCommit } from '../../../src/domain/gitops/source-commit.ts'
import { digest, path, source, update, written } from './edit-language.ts'

describe('what is said about an edit', () => {
  const text = written(
    'images:\n- name: a\n  newName: r.io/a\n  digest: DIGEST RECORD\n- name: b\n  newTag: v1\n  tagSuffix: -x\n',
  )
  const held = { name: 'a', newName: 'r.io/a', newTag: undefined, tagSuffix: undefined, digest: digest.text }

  it('is one change for each update, in their order', () => {
    const later = SourceCommit.parse('refs/heads/main', 'c1'.repeat(20))
    const edit = setImages({ path, text }, [
      update('c', { source }),
      update('b'),
      update('a', { source: later }),
    ])
    expect(edit.changes).toEqual([
      {
        name: 'c',
        kind: 'added',
        before: undefined,
        after: { ...held, name: 'c', newName: 'r.io/c', record: { kind: 'recorded', source } },
      },
      {
        name: 'b',
        kind: 'updated',
        before: {
          name: 'b',
          newName: undefined,
          newTag: 'v1',
          tagSuffix: '-x',
          digest: undefined,
          record: { kind: 'absent' },
        },
        after: { ...held, name: 'b', newName: 'r.io/b', record: { kind: 'absent' } },
      },
      {
        name: 'a',
        kind: 'recorded',
        before: { ...held, record: { kind: 'recorded', source } },
        after: { ...held, record: { kind: 'recorded', source: later } },
      },
    ] satisfies readonly ImageChange[])
  })

  it('is nothing where nothing is asked', () => {
    expect(setImages({ path, text }, [])).toEqual({ text, changes: [] })
  })

  it('is a bug where one image is to be two things', () => {
    expect(() => setImages({ path, text }, [update('a'), update('a', { newName: 'r.io/x' })])).toThrow(
      /went wrong, nothing is written/,
    )
  })
})
