import { describe, expect, it } from '@jest/globals'
import { set, update, written } from './edit-language.ts'

describe('an entry that is there', () => {
  it.each([
    [
      'turns its tag into the digest, in the same line',
      'images:\n- name: a # A\n  newName: r.io/a\n  newTag: v1   # keep\n- name: b\n',
      'images:\n- name: a # A\n  newName: r.io/a\n  digest: DIGEST   # keep\n- name: b\n',
    ],
    [
      'gets a new digest in the quotes of the old one',
      "images:\n- name: a\n  newName: r.io/a\n  digest: 'sha256:0'\n",
      "images:\n- name: a\n  newName: r.io/a\n  digest: 'DIGEST'\n",
    ],
    [
      'gets a new name in the quotes of the old one',
      'images:\n- name: a\n  newName: "r.io/x"\n  digest: DIGEST\n',
      'images:\n- name: a\n  newName: "r.io/a"\n  digest: DIGEST\n',
    ],
    [
      'gets fields behind its name, in its quotes',
      'images:\n  -   name: "a" # A\n      # inside\n  - name: b\n',
      'images:\n  -   name: "a" # A\n      newName: "r.io/a"\n      digest: "DIGEST"\n      # inside\n  - name: b\n',
    ],
    [
      'gets a digest behind its new name',
      'images:\n- newName: r.io/a\n  name: a\n',
      'images:\n- newName: r.io/a\n  digest: DIGEST\n  name: a\n',
    ],
    [
      'keeps the order of its fields',
      'images:\n- digest: sha256:0\n  newName: x.io/a\n  name: a\n',
      'images:\n- digest: DIGEST\n  newName: r.io/a\n  name: a\n',
    ],
    [
      'loses tag and suffix beside a digest',
      'images:\n- name: a\n  newTag: v1\n  newName: r.io/a\n  tagSuffix: -x\n  digest: sha256:0\n',
      'images:\n- name: a\n  newName: r.io/a\n  digest: DIGEST\n',
    ],
    [
      'keeps the comment of a line that goes',
      'images:\n- name: a\n  newTag: v1 # why not v2\n  newName: r.io/a\n  digest: sha256:0\n',
      'images:\n- name: a\n  # why not v2\n  newName: r.io/a\n  digest: DIGEST\n',
    ],
    [
      'keeps the dash of a line that goes',
      'images:\n- newTag: v1\n  name: a\n  newName: r.io/a\n  digest: sha256:0\n',
      'images:\n- name: a\n  newName: r.io/a\n  digest: DIGEST\n',
    ],
    [
      'keeps the dash and the comment of a line that goes',
      'images:\n- newTag: v1 # why\n  name: a\n  newName: r.io/a\n  digest: sha256:0\n',
      'images:\n- # why\n  name: a\n  newName: r.io/a\n  digest: DIGEST\n',
    ],
    [
      'keeps the dash and the comments that follow',
      'images:\n- newTag: v1\n  # why\n  name: a\n  newName: r.io/a\n  digest: sha256:0\n',
      'images:\n-\n  # why\n  name: a\n  newName: r.io/a\n  digest: DIGEST\n',
    ],
    [
      'loses two lines from its beginning',
      'images:\n- newTag: v1\n  tagSuffix: x\n  digest: sha256:0\n  newName: r.io/a\n  name: a\n',
      'images:\n- digest: DIGEST\n  newName: r.io/a\n  name: a\n',
    ],
    [
      'loses its last lines without a line end',
      'images:\n- name: a\n  newName: r.io/a\n  digest: sha256:0\n  newTag: v1\n  tagSuffix: x',
      'images:\n- name: a\n  newName: r.io/a\n  digest: DIGEST',
    ],
    [
      'is extended behind a last line without a line end',
      'images:\n  - name: a',
      'images:\n  - name: a\n    newName: r.io/a\n    digest: DIGEST',
    ],
    [
      'has a value where it had none',
      'images:\n- name: a\n  newName:\n  digest:   # none yet\n  newTag: ""\n',
      'images:\n- name: a\n  newName: r.io/a\n  digest: DIGEST   # none yet\n',
    ],
    [
      'has a value where it had null',
      'images:\n- name: a\n  newName: ~\n  digest: null\n',
      'images:\n- name: a\n  newName: r.io/a\n  digest: DIGEST\n',
    ],
    [
      'has a value where it was empty',
      `images:\n- name: a\n  newName: ""\n  digest: ''\n`,
      `images:\n- name: a\n  newName: "r.io/a"\n  digest: 'DIGEST'\n`,
    ],
    [
      'keeps CRLF and blank lines',
      'images:\r\n\r\n  - name: a\r\n    newTag: v1\r\n\r\n  # b\r\n  - name: b\r\n',
      'images:\r\n\r\n  - name: a\r\n    newName: r.io/a\r\n    digest: DIGEST\r\n\r\n  # b\r\n  - name: b\r\n',
    ],
    [
      'is found by quoted and spaced keys',
      '"images" :\n- "name" : a\n  \'newTag\' : v1\n  NEWNAME: r.io/a\n',
      '"images" :\n- "name" : a\n  digest : DIGEST\n  NEWNAME: r.io/a\n',
    ],
    [
      'stands beside flow mappings',
      'images:\n- {name: b, newTag: v1} # b\n- name: a\n  newName: r.io/a\n  newTag: v1\n',
      'images:\n- {name: b, newTag: v1} # b\n- name: a\n  newName: r.io/a\n  digest: DIGEST\n',
    ],
    [
      'stays as it is, as a flow mapping, too',
      'images:\n- {name: a, newName: r.io/a, digest: "DIGEST"}\n',
      'images:\n- {name: a, newName: r.io/a, digest: "DIGEST"}\n',
    ],
  ])('%s', (_, before, after) => {
    expect(set(before, update('a'))).toBe(written(after))
  })

  it('has a new name in brackets in quotes', () => {
    const ipv6 = update('a', { newName: '[::1]:5000/a' })
    expect(set('images:\n- name: a\n  newName: x.io/a\n', ipv6)).toBe(
      written('images:\n- name: a\n  newName: "[::1]:5000/a"\n  digest: DIGEST\n'),
    )
  })

  it('has a new name even where it equals the name, as kustomize writes it', () => {
    expect(set('images:\n- name: r.io/a\n', update('r.io/a', { newName: 'r.io/a' }))).toBe(
      written('images:\n- name: r.io/a\n  newName: r.io/a\n  digest: DIGEST\n'),
    )
  })

  it('may have tabs at the end of its lines', () => {
    expect(set('images:\t# all\n- name: a\t# A\n  newTag: "v1"\t\n', update('a'))).toBe(
      written('images:\t# all\n- name: a\t# A\n  newName: r.io/a\n  digest: "DIGEST"\t\n'),
    )
  })
})
