import { describe, expect, it } from '@jest/globals'
import { parseKustomization } from '../../../src/domain/gitops/kustomization.ts'
import { verifyEdit } from '../../../src/domain/gitops/verify-edit.ts'
import { Fault } from '../../../src/domain/shared/fault.ts'
import { path, source, update, written } from './edit-language.ts'

const before = 'namespace: x\nimages:\n- name: b\n  newTag: v1\n- name: a\n  newTag: v1\n'
const after =
  'namespace: x\nimages:\n- name: b\n  newTag: v1\n- name: a\n  newName: r.io/a\n  digest: DIGEST RECORD\n'
const parsed = (text: string): ReturnType<typeof parseKustomization> =>
  parseKustomization({ path, text: written(text) })
const verify = (text: string): void => {
  verifyEdit(parsed(before), parsed(text), [update('a', { source })])
}

describe('the guard behind an edit', () => {
  it('lets the right result pass', () => {
    expect(() => {
      verify(after)
    }).not.toThrow()
    expect(() => {
      verify(after.replace('  newName: r.io/a\n', '  newTag: ""\n  newName: r.io/a\n  tagSuffix:\n'))
    }).not.toThrow()
  })

  it.each([
    ['another field', after.replace('namespace: x', 'namespace: z'), 'something else changed'],
    ['a field less', after.replace('namespace: x\n', ''), 'something else changed'],
    ['another image', after.replace('newTag: v1', 'newTag: v2'), 'something else changed'],
    ['an image less', after.replace('- name: b\n  newTag: v1\n', ''), 'something else changed'],
    ['an image more', after.replace('- name: b', '- name: c\n- name: b'), 'something else changed'],
    ['another digest', after.replace('DIGEST', `sha256:${'e'.repeat(64)}`), 'a is [{'],
    ['another new name', after.replace('r.io/a', 'r.io/b'), 'a is [{'],
    ['a tag that stayed', after.replace('  newName', '  newTag: v1\n  newName'), 'a is [{'],
    ['no such image', after.replace(/- name: a[^]*/, ''), 'a is []'],
    ['no record', after.replace(' RECORD', ''), 'the commit of a is not recorded'],
    [
      'the record of another commit',
      after.replace('RECORD', `# refs/heads/main ${'0'.repeat(40)}`),
      'the commit of a is not recorded',
    ],
  ])('stops %s, as a bug', (_, text, reason) => {
    expect(() => {
      verify(text)
    }).toThrow(`the edit of ${path} went wrong, nothing is written: ${reason}`)
    expect(() => {
      verify(text)
    }).not.toThrow(Fault)
  })

  it('stops another order of the others, which is the order they are applied in', () => {
    const more = (text: string): string => text.replace('- name: b', '- name: c\n- name: b')
    const swapped = more(after).replace(
      '- name: c\n- name: b\n  newTag: v1\n',
      '- name: b\n  newTag: v1\n- name: c\n',
    )
    expect(() => {
      verifyEdit(parsed(more(before)), parsed(swapped), [update('a', { source })])
    }).toThrow('something else changed')
  })
})
