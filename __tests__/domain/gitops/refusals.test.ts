import { describe, expect, it } from '@jest/globals'
import { decodeKustomization } from '../../../src/domain/gitops/decode-kustomization.ts'
import { GITOPS_FAULTS } from '../../../src/domain/gitops/faults.ts'
import { heldImages } from '../../../src/domain/gitops/held-image.ts'
import { setImages } from '../../../src/domain/gitops/kustomization-edit.ts'
import { parseKustomization } from '../../../src/domain/gitops/kustomization.ts'
import { Digest } from '../../../src/domain/oci/digest.ts'
import { Fault } from '../../../src/domain/shared/fault.ts'
import { REFUSED_KUSTOMIZATIONS } from './refused-kustomizations.ts'

const path = 'overlays/dev/kustomization.yaml'
const update = {
  name: 'a',
  newName: 'r.io/a',
  digest: Digest.parse(`sha256:${'d'.repeat(64)}`),
  source: undefined,
}

const faultOf = (act: () => unknown): Fault => {
  try {
    act()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a kustomization', () => {
  it.each(REFUSED_KUSTOMIZATIONS.map((row) => [row.what, row] as const))('is refused for %s', (_, row) => {
    const fault = faultOf(() => setImages({ path, text: row.text }, [update]))
    expect(fault.message.slice(0, path.length + row.says.length)).toBe(path + row.says)
    expect(fault).toMatchObject({ code: row.code, class: GITOPS_FAULTS[row.code].class })
  })

  it('has a row for every fault of its catalogue', () => {
    const codes = new Set(REFUSED_KUSTOMIZATIONS.map(({ code }) => code))
    expect([...codes, 'branch-refused'].toSorted()).toEqual(Object.keys(GITOPS_FAULTS).toSorted())
  })

  it('is refused for its style only where it has to change', () => {
    const text = 'images:\n- {name: a, newTag: v1} # refs/heads/main 0\n- name: b\n'
    const images = heldImages(parseKustomization({ path, text }))
    expect(images.map(({ name, newTag, record }) => [name, newTag, record.kind])).toEqual([
      ['a', 'v1', 'absent'],
      ['b', undefined, 'absent'],
    ])
  })

  it.each([
    'namespace: !!str 1\n',
    'commonLabels: &x {a: b}\ncommonAnnotations: *x\n',
    'namespace: ""\nimages:\n- name: a # &x *y !z\n',
  ])('may have tags of text, and aliases outside of images: %j', (text) => {
    expect(setImages({ path, text }, [update]).text).toContain('digest: sha256:d')
  })
})

describe('the bytes of a kustomization', () => {
  it('are UTF-8, and stay what they are', () => {
    const text = '\ufeff# grün 🚀\r\nnamespace: x'
    expect(decodeKustomization(path, new TextEncoder().encode(text))).toEqual({ path, text })
  })

  it.each([
    ['Latin-1', [0x23, 0xfc, 0x0a]],
    ['half a character', [0x23, 0xf0, 0x9f, 0x9a]],
    ['UTF-16', [0xff, 0xfe, 0x23, 0x00]],
    ['a surrogate', [0x23, 0xed, 0xa0, 0x80]],
  ])('are refused: %s', (_, bytes) => {
    const fault = faultOf(() => decodeKustomization(path, new Uint8Array(bytes)))
    expect(fault).toMatchObject({ code: 'kustomization-encoding', subject: path, detail: 'it is not UTF-8' })
  })
})
