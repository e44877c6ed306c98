import { describe, expect, it } from '@jest/globals'
import { KUSTOMIZATION_FAULTS } from '../../../src/domain/gitops/faults.ts'
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
    expect(fault).toMatchObject({ code: row.code, class: KUSTOMIZATION_FAULTS[row.code].class })
  })

  it('has a row for every fault of its catalogue', () => {
    const codes = new Set(REFUSED_KUSTOMIZATIONS.map(({ code }) => code))
    expect([...codes].toSorted()).toEqual(Object.keys(KUSTOMIZATION_FAULTS).toSorted())
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
