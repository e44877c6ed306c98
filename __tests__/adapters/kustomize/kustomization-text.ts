import fc from 'fast-check'

/** A kustomization as people write them, and which parts of it must survive an edit. */
export interface SampleKustomization {
  readonly text: string
  readonly eol: string
  readonly comments: readonly string[]
  /** The text of every top-level field but images. */
  readonly fields: readonly string[]
  readonly entries: readonly SampleEntry[]
}

interface SampleEntry {
  readonly name: string
  readonly text: string
}

/** Names of images: of every kind, in an order that is neither sorted nor reversed. */
export const IMAGE_NAMES = [
  'orders',
  'Zed',
  'ghcr.io/org/catalog',
  'a',
  'localhost:5000/x',
  '1.10',
  'on',
  'payments-worker',
  'null',
] as const

const HEX = 'c0ffee'.repeat(11).slice(0, 64)
const RECORD = `# refs/heads/main ${'ab'.repeat(20)}`
const VALUES: Readonly<Record<string, readonly string[]>> = {
  newName: ['ghcr.io/org/orders', 'localhost:5000/a/b', ''],
  newTag: ['v1', '1.10', 'on', '2024-01-02', '12e5', 'latest', 'null', ''],
  digest: [`sha256:${HEX}`, `sha256:${'0'.repeat(64)}`, 'sha256:short'],
  tagSuffix: ['-debug', 'x'],
}

const chance = (percent: number): fc.Arbitrary<boolean> => fc.nat(99).map((number) => number < percent)

/** Lines are written without their ends; a place for a comment is marked, so that every comment is another one. */
const COMMENT = '\u0001'
const comment = fc
  .constantFrom(
    `# ${COMMENT}`,
    `#${COMMENT}`,
    `# {"$imagepolicy": "flux:${COMMENT}"}`,
    `# - name: ${COMMENT}`,
  )
  .map((text) => text)

const behind = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constant('  ') },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(' ', '   ', '\t'), comment).map(([space, text]) => space + text),
  },
)

function scalar(text: string): fc.Arbitrary<string> {
  const mustQuote = text === '' || /^(?:[\d.]+|\d+e\d+|on|null|-.*)$/.test(text)
  return fc.constantFrom(...(mustQuote ? [] : [text, text, text]), `'${text}'`, `"${text}"`)
}

/** One field of an entry, with the comment behind it. */
function imageField(key: string, value: string): fc.Arbitrary<string> {
  const space = fc.constantFrom(' ', ' ', ' ', '  ', '    ')
  const colon = fc.constantFrom(':', ':', ':', ':', ' :')
  const record = key === 'digest' ? chance(25) : fc.constant(false)
  return fc
    .tuple(scalar(value), space, colon, behind, record)
    .map(([written, gap, mark, end, isRecorded]) => {
      return `${key}${mark}${gap}${written}${isRecorded ? ` ${RECORD}` : end}`
    })
}

interface EntryLayout {
  readonly indent: number
  readonly step: number
}

function imageEntry(name: string, { indent, step }: EntryLayout): fc.Arbitrary<SampleEntry> {
  const keys = ['newName', 'newTag', 'digest', 'tagSuffix'] as const
  const chosen = fc
    .subarray([...keys])
    .chain((some) => fc.shuffledSubarray(['name', ...some], { minLength: some.length + 1 }))
  const values = chosen.chain((order) =>
    fc.tuple(
      ...order.map((key) =>
        (key === 'name' ? fc.constant(name) : fc.constantFrom(...(VALUES[key] ?? []))).chain((value) =>
          imageField(key, value),
        ),
      ),
    ),
  )
  const layout = fc.record({
    dashAlone: chance(8),
    between: fc.array(chance(12), { minLength: 5, maxLength: 5 }),
    inner: comment,
    flow: chance(4),
  })
  return fc.tuple(values, layout).map(([fields, { dashAlone, between, inner, flow }]) => {
    const dash = ' '.repeat(indent)
    const pad = ' '.repeat(indent + step)
    if (flow) return { name, text: `${dash}- {name: '${name}', newTag: 'v1'}` }
    const lines = fields.flatMap((field, index) => [
      ...(index > 0 && between[index] === true ? [`${pad}${inner}`] : []),
      index === 0 && !dashAlone ? `${dash}-${' '.repeat(step - 1)}${field}` : `${pad}${field}`,
    ])
    return { name, text: [...(dashAlone ? [`${dash}-`] : []), ...lines].join('\n') }
  })
}

interface ImagesPart {
  readonly text: string | undefined
  readonly entries: readonly SampleEntry[]
}

function imagesPart(indent: number): fc.Arbitrary<ImagesPart> {
  const names = fc.shuffledSubarray([...IMAGE_NAMES], { minLength: 1, maxLength: 6 })
  const list = fc
    .tuple(names, chance(60), fc.constantFrom(2, 2, 2, 4), chance(15), chance(20), behind)
    .chain(([some, isSorted, step, isSpaced, isHeaded, end]) => {
      const order = isSorted ? some.toSorted() : some
      return fc
        .tuple(fc.tuple(...order.map((name) => imageEntry(name, { indent, step }))), comment)
        .map(([entries, head]): ImagesPart => {
          const heads = entries.map((entry, index) =>
            isHeaded && index % 2 === 0 ? `${' '.repeat(indent)}${head}\n${entry.text}` : entry.text,
          )
          return { text: `images:${end}\n${heads.join(isSpaced ? '\n\n' : '\n')}`, entries }
        })
    })
  const empty = fc
    .tuple(fc.constantFrom('', ' []', ' null', ' ~', ' [ ]'), behind)
    .map(([value, end]): ImagesPart => ({ text: `images:${value}${end}`, entries: [] }))
  return fc.oneof(
    { weight: 12, arbitrary: list },
    { weight: 2, arbitrary: empty },
    { weight: 2, arbitrary: fc.constant({ text: undefined, entries: [] }) },
  )
}

/** The other fields, with lists at the given indentation. */
function otherFields(indent: number): readonly string[] {
  const dash = `${' '.repeat(indent)}-`
  const pad = ' '.repeat(indent + 2)
  return [
    'apiVersion: kustomize.config.k8s.io/v1beta1',
    'kind: "Kustomization"',
    `resources: # ${COMMENT}\n${dash} ../../base\n${dash} 'ingress.yaml' # ${COMMENT}`,
    `components: ["../a", ../b] # ${COMMENT}`,
    'namespace: "dev"',
    "namePrefix: 'dev-'",
    `commonLabels:\n  app: orders\n  tier: "1" # ${COMMENT}\n  # ${COMMENT}\n  y: 'no'`,
    `labels:\n${dash} pairs: {app: orders, "on": 'off'}\n${pad}includeSelectors: true\n${pad}fields:\n${pad}- path: spec/x\n${pad}  create: yes`,
    `commonAnnotations:\n  note: >-\n    folded over\n    two lines\n\n  other: plain\n    over two lines`,
    `patches:\n${dash} path: patch.yaml\n${pad}target:\n${pad}  kind: Deployment\n${dash} patch: |-\n${pad}  # ${COMMENT}\n${pad}  - op: replace\n${pad}    path: /spec/replicas\n${pad}    value: 3`,
    `patchesStrategicMerge:\n${dash} |\n${pad}apiVersion: apps/v1\n${pad}kind: Deployment\n\n${pad}metadata: {name: x}`,
    `replicas:\n${dash} name: orders\n${pad}count: 3\n${dash} {name: catalog, count: 2}`,
    `configMapGenerator:\n${dash} name: settings\n${pad}literals:\n${pad}- A=1\n${pad}- "B=images:"\n${pad}options: {disableNameSuffixHash: on}`,
    `secretGenerator:\n${dash} name: s\n${pad}env: s.env\n${pad}type: Opaque`,
    'generatorOptions:\n  labels: &labels\n    a: b\n  annotations: *labels',
    `helmCharts:\n${dash} name: x\n${pad}version: "1.10"\n${pad}valuesInline:\n${pad}  images: [1, 2.5, ~, on]\n${pad}  "name": y`,
    `bases:\n${dash} ../old`,
    `replacements:\n${dash} source: {kind: Deployment, fieldPath: metadata.name}\n${pad}targets:\n${pad}- select: {kind: Service}\n${pad}  fieldPaths: [metadata.name]\n${pad}  options: {index: 1}`,
    `configurations: []\ncrds:\n${dash} "a: # no comment"`,
    `openapi:\n  path: schema.json`,
    `patchesJson6902:\n${dash} target: {version: v1, kind: Deployment, name: x}\n${pad}patch: |+\n${pad}  - op: remove\n${pad}    path: /a\n\n`,
  ]
}

const layout = fc.record({
  eol: fc.constantFrom('\n', '\n', '\n', '\r\n'),
  isEnded: chance(80),
  isSpaced: chance(35),
  head: fc.constantFrom(
    '',
    '',
    '',
    `# ${COMMENT}\n`,
    '---\n',
    `# ${COMMENT}\n\n--- # ${COMMENT}\n`,
    '\ufeff',
    '\n',
  ),
  tail: fc.constantFrom('', '', '', `# ${COMMENT}\n`, `\n  # ${COMMENT}\n`, '\n\n'),
  comments: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: comment }), {
    minLength: 24,
    maxLength: 24,
  }),
})

/** Kustomizations that kustomize accepts, of every style. */
export const sampleKustomization: fc.Arbitrary<SampleKustomization> = fc
  .constantFrom(0, 2, 2, 4)
  .chain((indent) => {
    const fields = fc.shuffledSubarray([...otherFields(indent)], { maxLength: 7 })
    return fc.tuple(fields, imagesPart(indent), fc.nat(), layout)
  })
  .map(([fields, images, place, { eol, isEnded, isSpaced, head, tail, comments }]) => {
    const parts =
      images.text === undefined ? fields : fields.toSpliced(place % (fields.length + 1), 0, images.text)
    const body = parts
      .map((part, index) =>
        comments[index] === '' || index === 0 ? part : `${comments[index] ?? ''}\n${part}`,
      )
      .join(isSpaced ? '\n\n' : '\n')
    const number = numbering()
    const whole = number(`${head}${body}${body === '' ? '' : '\n'}${tail}`)
    const text = (isEnded ? whole.text : whole.text.replace(/\n+$/, '')).replaceAll('\n', eol)
    const found = (part: string): string => survivor(part, whole.text).replaceAll('\n', eol)
    return {
      text,
      eol,
      comments: whole.comments,
      fields: fields.map(found),
      entries: images.entries.map(({ name, text: entry }) => ({ name, text: found(entry) })),
    }
  })

/** Gives every comment its number. */
function numbering(): (text: string) => { text: string; comments: string[] } {
  return (text) => {
    const comments: string[] = []
    const numbered = text.replaceAll(COMMENT, () => {
      comments.push(`c${comments.length}.`)
      return comments.at(-1) ?? ''
    })
    return { text: numbered, comments }
  }
}

/** A part as it stands in the numbered text, without the white space at its end. */
function survivor(part: string, whole: string): string {
  const pattern = part
    .split(COMMENT)
    .map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('c\\d+\\.')
  return (new RegExp(pattern).exec(whole)?.[0] ?? part).trimEnd()
}
