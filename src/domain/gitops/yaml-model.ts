import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair } from 'yaml'
import { resolvePlain, type Scalar } from './yaml-scalar.ts'

/** What a YAML node means to kustomize, as JSON. */
export type Model = Scalar | readonly Model[] | ModelMap
export interface ModelMap {
  readonly [key: string]: Model
}

export function isModelMap(model: Model): model is ModelMap {
  return typeof model === 'object' && model !== null && !Array.isArray(model)
}

/** Why a node has no model. */
export class ModelError extends Error {
  /** Where in the text it stands. */
  readonly offset: number
  readonly kind: 'duplicate' | 'style'

  constructor(kind: ModelError['kind'], offset: number, message: string) {
    super(message)
    this.name = 'ModelError'
    this.kind = kind
    this.offset = offset
  }
}

/** More nodes than any kustomization has; aliases of aliases reach it in a few lines. */
const MOST_NODES = 100_000
const TEXT_TAG = 'tag:yaml.org,2002:str'

/**
 * Reads a node as kustomize's reader does: YAML 1.1, aliases in full. Where that reader is silent or surprising, for a key that
 * stands twice, a merge key, a tag other than `!!str`, or a key that is not a scalar, there is no model.
 *
 * @param document composed with the failsafe schema, so that every scalar is still text
 * @throws {ModelError}
 */
export function modelOf(document: Document.Parsed, node: Node | null): Model {
  return new ModelReader(document).read(node)
}

class ModelReader {
  readonly #document: Document.Parsed
  #nodes = 0

  constructor(document: Document.Parsed) {
    this.#document = document
  }

  read(node: Node | null | undefined): Model {
    if (node === null || node === undefined) return null
    const offset = node.range?.[0] ?? 0
    if (++this.#nodes > MOST_NODES) throw new ModelError('style', offset, 'the aliases unfold without end')
    if (isAlias(node)) return this.read(node.resolve(this.#document))
    if (node.tag !== undefined && !(isScalar(node) && node.tag === TEXT_TAG)) {
      throw new ModelError('style', offset, `the tag ${node.tag} is used`)
    }
    if (isScalar(node)) return scalarOf(node)
    return this.#collection(node, offset)
  }

  #collection(node: Node, offset: number): Model {
    if (isSeq(node)) return node.items.map((item) => this.read(item as Node | null))
    if (isMap(node)) return this.#map(node.items as Pair<Node | null, Node | null>[], offset)
    return null
  }

  #map(pairs: readonly Pair<Node | null, Node | null>[], start: number): ModelMap {
    const entries = new Map<string, Model>()
    for (const { key, value } of pairs) {
      const offset = key?.range?.[0] ?? start
      const name = this.#key(key, offset)
      if (entries.has(name)) throw new ModelError('duplicate', offset, `the key ${name} stands twice`)
      entries.set(name, this.read(value))
    }
    return Object.fromEntries(entries)
  }

  #key(key: Node | null, offset: number): string {
    if (isScalar(key) && key.type === 'PLAIN' && key.value === '<<') {
      throw new ModelError('style', offset, 'a merge key (<<) is used')
    }
    const name = this.read(key)
    if (typeof name === 'object') throw new ModelError('style', offset, 'a key is not a single word')
    return String(name)
  }
}

function scalarOf(node: { readonly value: unknown; readonly type?: string; readonly tag?: string }): Scalar {
  const text = typeof node.value === 'string' ? node.value : ''
  return node.type === 'PLAIN' && node.tag !== TEXT_TAG ? resolvePlain(text) : text
}
