import type { KUSTOMIZATION_FAULTS } from '../../../src/domain/gitops/faults.ts'

/** A kustomization that is refused when the image `a` is to be set. */
export interface RefusedKustomization {
  readonly what: string
  readonly text: string
  readonly code: keyof typeof KUSTOMIZATION_FAULTS
  /** The beginning of the message behind the path: the line, where it is known, and the reason. */
  readonly says: string
  /** What kustomize does: `edit` or `build` refuse it, or `edit` takes it and loses or changes something. */
  readonly kustomize: 'edit refuses' | 'build refuses' | 'takes'
}

const row = (
  code: RefusedKustomization['code'],
  kustomize: RefusedKustomization['kustomize'],
  [what, text, says]: readonly [string, string, string],
): RefusedKustomization => ({ what, text, code, says, kustomize })

const refused = (...cells: readonly [string, string, string]): RefusedKustomization =>
  row('kustomization-refused', 'edit refuses', cells)
const style = (...cells: readonly [string, string, string]): RefusedKustomization =>
  row('kustomization-style', 'takes', cells)
const duplicate = (...cells: readonly [string, string, string]): RefusedKustomization =>
  row('kustomization-duplicate', 'takes', cells)
const documents = (...cells: readonly [string, string, string]): RefusedKustomization =>
  row('kustomization-documents', 'takes', cells)
const malformed = (...cells: readonly [string, string, string]): RefusedKustomization =>
  row('kustomization-malformed', 'edit refuses', cells)

const TEXT = 'expected text, in quotes where it looks like something else'

/** Every reason there is to refuse a kustomization, and every way that a list of images cannot be changed line by line. */
export const REFUSED_KUSTOMIZATIONS: readonly RefusedKustomization[] = [
  refused(
    'a tag that is a number',
    'images:\n- name: a\n  newTag: 1.10\n',
    `: images[0].newTag: is the number 1.1; ${TEXT}`,
  ),
  refused(
    'a tag with an exponent',
    'images:\n- name: a\n  newTag: 12e5\n',
    `: images[0].newTag: is the number 1200000; ${TEXT}`,
  ),
  refused(
    'a name that is a boolean',
    'images:\n- name: y\n',
    `: images[0].name: is the boolean true; ${TEXT}`,
  ),
  refused(
    'a tag that is off',
    'images:\n- name: b\n- name: a\n  newTag: off\n',
    `: images[1].newTag: is the boolean false; ${TEXT}`,
  ),
  refused('an unknown field', 'imagez: []\n', ': imagez: kustomize knows no such field'),
  refused(
    'an unknown field of an image',
    'images:\n- name: a\n  tag: v1\n',
    ': images[0].tag: kustomize knows no such field',
  ),
  refused(
    'an unknown field in the depth',
    'patches:\n- target: {kindd: x}\n',
    ': patches[0].target.kindd: kustomize knows no such field',
  ),
  refused('a text for a list', 'resources: base\n', ': resources: is text; expected a list'),
  refused('a list for a mapping', 'commonLabels: [a]\n', ': commonLabels: is a list; expected a mapping'),
  refused('a mapping for images', 'images:\n  a: v1\n', ': images: is a mapping; expected a list'),
  refused('a text for an image', 'images:\n- a\n', ': images[0]: is text; expected a mapping'),
  refused('a number for a label', 'commonLabels: {a: 1}\n', `: commonLabels.a: is the number 1; ${TEXT}`),
  refused(
    'a text for a boolean',
    'labels:\n- includeSelectors: "true"\n',
    ': labels[0].includeSelectors: is text; expected true or false',
  ),
  refused(
    'a fraction for a count',
    'replicas:\n- name: a\n  count: 1.5\n',
    ': replicas[0].count: is the number 1.5; expected an integer',
  ),
  refused(
    'infinity',
    'helmCharts:\n- valuesInline: {a: [.inf]}\n',
    ': helmCharts[0].valuesInline.a: is a list; expected a finite number',
  ),
  refused(
    'everything at once',
    'imagez: []\nnamespace: 1\n',
    `: imagez: kustomize knows no such field; namespace: is the number 1; ${TEXT}`,
  ),
  row('kustomization-refused', 'build refuses', [
    'a wrong kind',
    'kind: Deployment\nnamespace: dev\n',
    ': kind: is Deployment; expected Kustomization or Component',
  ]),
  row('kustomization-refused', 'build refuses', [
    'a wrong version',
    'apiVersion: v1\nnamespace: dev\n',
    ': apiVersion: is v1; expected kustomize.config.k8s.io/v1beta1 for a Kustomization',
  ]),
  row('kustomization-refused', 'build refuses', [
    'a wrong version of a component',
    'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Component\nnamespace: dev\n',
    ': apiVersion: is kustomize.config.k8s.io/v1beta1; expected kustomize.config.k8s.io/v1alpha1 for a Component',
  ]),

  duplicate(
    'a name twice',
    'images:\n- name: a\n- name: b\n- name: a\n',
    ':4: images has more than one entry for a',
  ),
  duplicate(
    'another name twice',
    'images:\n- name: b\n- name: "b"\n',
    ':3: images has more than one entry for b',
  ),
  duplicate(
    'two images without a name',
    'images:\n- newName: x\n- name: ~\n',
    ':3: images has more than one entry without a name',
  ),
  duplicate(
    'a top-level field twice',
    'images: []\nkind: Kustomization\nimages: []\n',
    ':3: the key images stands twice',
  ),
  duplicate(
    'a field of an image twice',
    'images:\n- name: a\n  newTag: v1\n  newTag: v2\n',
    ':4: the key newTag stands twice',
  ),
  duplicate(
    'a key twice in the depth',
    'commonLabels:\n  on: a\n  "true": b\n',
    ':3: the key true stands twice',
  ),
  duplicate(
    'a field in two cases',
    'images: []\nIMAGES: []\n',
    ': IMAGES: stands there in another case, too',
  ),
  duplicate(
    'a field of an image in two cases',
    'images:\n- name: a\n  Name: b\n',
    ': images[0].Name: stands there in another case, too',
  ),

  documents('a second document', 'images: []\n---\nimages: []\n', ':2: a second document begins'),
  documents('a document end', 'images: []\n...\n', ':2: "..." is more than one plain document needs'),
  documents(
    'a directive',
    '%YAML 1.1\n---\nimages: []\n',
    ':1: "%YAML 1.1" is more than one plain document needs',
  ),

  malformed('no YAML', 'images: [\n', ':1: Flow sequence in block collection must be'),
  malformed(
    'a tab as indentation',
    'images:\n\t- name: a\n',
    ':2: a tab stands between the parts of the line',
  ),
  malformed('a tab behind a dash', 'images:\n-\tname: a\n', ':2: a tab stands between the parts of the line'),
  malformed(
    'a line of a tab',
    'images:\n- name: a\n\t\nkind: Kustomization\n',
    ':3: a tab stands between the parts of the line',
  ),
  malformed('a list', '- a\n', ': it is not a mapping'),
  malformed('a text', 'images\n', ': it is not a mapping'),
  malformed(
    'two values in a line',
    'namespace: a: b\n',
    ':1: Nested mappings are not allowed in compact mappings',
  ),
  row('kustomization-malformed', 'takes', [
    'a comment that touches a quote',
    'namespace: "a"#b\n',
    ':1: Comments must be separated',
  ]),
  row('kustomization-malformed', 'takes', ['null', 'null\n', ': it is not a mapping']),

  row('kustomization-encoding', 'edit refuses', [
    'a control character',
    'namespace: "a\u0007"\n',
    ':1: the character U+0007 is not plain text',
  ]),
  row('kustomization-encoding', 'edit refuses', [
    'a line separator that ends a comment',
    '# a\u2028b\nnamespace: x\n',
    ':1: the character U+2028 is not plain text',
  ]),
  row('kustomization-encoding', 'takes', [
    'a next line',
    'images: []\n# a\u0085# b\n',
    ':2: the character U+0085 is not plain text',
  ]),
  row('kustomization-encoding', 'takes', [
    'a carriage return alone',
    'images: []\rkind: Kustomization\n',
    ':1: the character U+000D is not plain text',
  ]),
  row('kustomization-encoding', 'edit refuses', [
    'a byte order mark inside',
    'images: []\n\ufeffkind: Kustomization\n',
    ':2: the character U+FEFF is not plain text',
  ]),

  style('a flow list', 'images: [{name: a}]\n', ':1: images is a flow list, [ … ]'),
  style(
    'a flow mapping that is to change',
    'images:\n- name: b\n- {name: a, newTag: v1}\n',
    ':3: the entry for a is a flow mapping, { … }',
  ),
  style(
    'a flow mapping of lines',
    'images:\n- {name: a,\n   newTag: v1}\n',
    ':2: an entry of images has a field without a line of its own',
  ),
  style('a flow mapping as the whole file', '{namespace: x}\n', ':1: the file is a flow mapping, { … }'),
  style(
    'the deprecated field',
    'imageTags:\n- name: a\n',
    ':1: imageTags is used, which kustomize merges into images',
  ),
  style('an anchor on the list', 'images: &x\n- name: a\n', ':1: an anchor, alias or tag is used in images'),
  style(
    'an anchor on an entry',
    'images:\n- &x\n  name: a\n',
    ':2: an anchor, alias or tag is used in images',
  ),
  style('an anchor on a value', 'images:\n- name: &x a\n', ':2: an anchor, alias or tag is used in images'),
  style('an anchor on the key', '&x images:\n- name: a\n', ':1: an anchor, alias or tag is used in images'),
  style(
    'an alias',
    'namespace: &x a\nimages:\n- name: *x\n',
    ':3: an anchor, alias or tag is used in images',
  ),
  style('an alias as the list', 'crds: &x []\nimages: *x\n', ':2: an anchor, alias or tag is used in images'),
  style('a tag on a value', 'images:\n- name: !!str a\n', ':2: an anchor, alias or tag is used in images'),
  style('a tag of its own', 'namespace: !x a\n', ':1: the tag !x is used'),
  style(
    'a merge key',
    'commonLabels: &x {a: b}\ncommonAnnotations:\n  <<: *x\n',
    ':3: a merge key (<<) is used',
  ),
  row('kustomization-style', 'edit refuses', [
    'a key that is a list',
    'commonLabels:\n  ? [a]\n  : b\n',
    ':2: a key is not a single word',
  ]),
  row('kustomization-style', 'edit refuses', [
    'aliases of aliases',
    'crds: &a [x,x,x,x,x,x,x,x,x,x]\nhelmCharts:\n- valuesInline:\n    b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n    c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n    d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n    e: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n',
    ':4: the aliases unfold without end',
  ]),
  style('an empty entry', 'images:\n-\n- name: a\n', ':2: an entry of images is empty'),
  style('an empty entry in braces', 'images:\n- {}\n', ':2: an entry of images is empty'),
  style(
    'a key of its own line',
    'images:\n- ? name\n  : a\n',
    ':2: an entry of images has a field without a line of its own',
  ),
  style(
    'a value on the next line',
    'images:\n- name: a\n  newTag:\n    v1\n',
    ':2: an entry of images has a field without a line of its own',
  ),
  style(
    'a value of two lines',
    'images:\n- name: a\n  newTag: v1\n    v2\n',
    ':2: an entry of images has a field without a line of its own',
  ),
  style(
    'a value in a block scalar',
    'images:\n- name: a\n  newTag: |-\n    v1\n',
    ':2: an entry of images has a field without a line of its own',
  ),
  style(
    'a list behind an explicit key',
    '? images\n: - name: a\n',
    ':2: an entry of images does not begin a line',
  ),
  style(
    'an empty list of lines',
    'images: [\n  ]\n',
    ':1: the empty list does not stand on the line of its key',
  ),
  style(
    'an empty list on the next line',
    'images:\n  []\n',
    ':2: the empty list does not stand on the line of its key',
  ),
  style(
    'an end inside a block scalar',
    'patches:\n- patch: |\n    a: b',
    ':3: the file ends inside a block scalar, without a line end',
  ),
]
