import { describe, expect, it } from '@jest/globals'
import { set, update, written } from './edit-language.ts'

describe('an entry that is not there', () => {
  const entry = (indent: string, name = 'm'): string =>
    `${indent}- name: ${name}\n${indent}  newName: r.io/m\n${indent}  digest: DIGEST\n`
  it.each([
    [
      'at its place in a sorted list',
      'images:\n- name: a\n- name: z\n',
      `images:\n- name: a\n${entry('')}- name: z\n`,
    ],
    ['first in a sorted list', 'images:\n- name: z\n', `images:\n${entry('')}- name: z\n`],
    [
      'last in a sorted list',
      'images:\n- name: a\nkind: Kustomization\n',
      `images:\n- name: a\n${entry('')}kind: Kustomization\n`,
    ],
    ['by bytes', 'images:\n- name: Z\n- name: z\n', `images:\n- name: Z\n${entry('')}- name: z\n`],
    [
      'last in a list without order',
      'images:\n- name: z\n- name: a\n',
      `images:\n- name: z\n- name: a\n${entry('')}`,
    ],
    [
      'in the indentation of the list',
      'images:\n    - name: a\n',
      `images:\n    - name: a\n${entry('    ')}`,
    ],
    [
      'behind the dash as its neighbour',
      'images:\n-   name: a\n',
      'images:\n-   name: a\n-   name: m\n    newName: r.io/m\n    digest: DIGEST\n',
    ],
    [
      'in the quotes of its neighbour',
      "images:\n- name: 'a'\n",
      "images:\n- name: 'a'\n- name: 'm'\n  newName: 'r.io/m'\n  digest: 'DIGEST'\n",
    ],
    [
      'in the order of its neighbour',
      'images:\n- digest: x\n  name: a\n',
      'images:\n- digest: x\n  name: a\n- digest: DIGEST\n  name: m\n  newName: r.io/m\n',
    ],
    ['beside a flow mapping', 'images:\n  - {name: a}\n', `images:\n  - {name: a}\n${entry('  ')}`],
    ['beside a dash alone', 'images:\n-\n    name: a\n', `images:\n-\n    name: a\n${entry('')}`],
    [
      'with the blank lines of the list',
      'images:\n- name: a\n\n# b\n- name: b\n',
      `images:\n- name: a\n\n# b\n- name: b\n\n${entry('')}`,
    ],
    [
      'first, with the blank lines of the list',
      'images:\n- name: x\n\n- name: z\n',
      `images:\n${entry('')}\n- name: x\n\n- name: z\n`,
    ],
    [
      'behind the comments of its neighbour',
      'images:\n- name: a\n  # of a\n# of z\n- name: z\n',
      `images:\n- name: a\n  # of a\n${entry('')}# of z\n- name: z\n`,
    ],
    [
      'in front of the comments of its neighbour',
      'images:\n# of all\n\n# of z\n- name: z\n',
      `images:\n# of all\n\n${entry('')}# of z\n- name: z\n`,
    ],
    [
      'behind a last line without a line end',
      'images:\n- name: a',
      `images:\n- name: a\n${entry('')}`.trimEnd(),
    ],
    [
      'in an empty list',
      'resources:\n  - x\nimages: []  # none\n',
      `resources:\n  - x\nimages:  # none\n${entry('  ')}`,
    ],
    ['in an empty list, without blanks at the end', 'images:   [ ]  \n', `images:\n${entry('')}`],
    ['in a list that is null', 'images: null\nnamespace: x\n', `images:\n${entry('')}namespace: x\n`],
    [
      'in a list without a value',
      'images:\n# later\nnamespace: x',
      `images:\n${entry('')}# later\nnamespace: x`,
    ],
    ['in an empty list at the end', 'images: ~', `images:\n${entry('')}`.trimEnd()],
    ['in a list of its own', 'resources:\n- x\n', `resources:\n- x\nimages:\n${entry('')}`],
    [
      'in a list of its own, as indented as others',
      'crds: [a]\nresources:\n    - x\nbases:\n- b\n',
      `crds: [a]\nresources:\n    - x\nbases:\n- b\nimages:\n${entry('    ')}`,
    ],
    [
      'in a list of its own, as far apart as others',
      'resources:\n- x\n\n# ns\nnamespace: x\n',
      `resources:\n- x\n\n# ns\nnamespace: x\n\nimages:\n${entry('')}`,
    ],
    [
      'in a list of its own, not further apart',
      'crds: []\n\nnamespace: x\n\n',
      `crds: []\n\nnamespace: x\n\nimages:\n${entry('')}`,
    ],
    [
      'in a list of its own, behind comments',
      'namespace: x\n# the end',
      `namespace: x\n# the end\nimages:\n${entry('')}`.trimEnd(),
    ],
    [
      'in a list of its own, with CRLF',
      'namespace: x\r\n',
      `namespace: x\r\nimages:\r\n${entry('').replaceAll('\n', '\r\n')}`,
    ],
    [
      'in a list of its own, in an indented file',
      '  namespace: x\n',
      `  namespace: x\n  images:\n${entry('  ')}`,
    ],
    [
      'in a list of its own, behind a block scalar that keeps its lines',
      'patches:\n- patch: |+\n    a\n\n\n',
      `patches:\n- patch: |+\n    a\n\n\nimages:\n${entry('')}`,
    ],
    ['in an empty file', '', `images:\n${entry('')}`],
    ['in a file of a byte order mark', '\ufeff', `\ufeffimages:\n${entry('')}`],
    ['in a file of comments', '# nothing yet', `# nothing yet\nimages:\n${entry('')}`.trimEnd()],
    ['in a file of a document start', '---\n', `---\nimages:\n${entry('')}`],
    ['in a component', 'kind: Component\n', `kind: Component\nimages:\n${entry('')}`],
  ])('is written %s', (_, before, after) => {
    expect(set(before, update('m'))).toBe(written(after))
  })

  it.each(['on', '1.10', '1e9', '0x1f', '2024-01-02', '1:30', 'null', 'y'])(
    'is quoted where its name is %s',
    (name) => {
      const text = set('namespace: x\n', update(name, { newName: 'r.io/m' }))
      expect(text).toContain(`- name: "${name}"\n`)
    },
  )

  it.each(['orders', 'Zed', 'r.io/x', '1a', 'nope', '0xfg'])('is not quoted where its name is %s', (name) => {
    expect(set('namespace: x\n', update(name, { newName: 'r.io/m' }))).toContain(`- name: ${name}\n`)
  })
})
