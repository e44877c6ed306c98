import { isMap, isScalar, parseAllDocuments, type Document, type YAMLMap, type Node, type Pair } from 'yaml'
import type { KustomizationFile } from './kustomization-file.ts'
import { gitopsFault } from './faults.ts'
import { violations, type Violation } from './field-types.ts'
import { KUSTOMIZATION } from './kustomization-fields.ts'
import { SourceLines } from './source-lines.ts'
import { isModelMap, ModelError, modelOf, type Model, type ModelMap } from './yaml-model.ts'
import { tokenFacts, type TokenFacts } from './yaml-tokens.ts'

/** A kustomization that kustomize would read, with the places of its parts. */
export interface Kustomization extends TokenFacts {
  readonly file: KustomizationFile
  readonly lines: SourceLines
  /** Undefined in a file that says nothing, which kustomize takes. */
  readonly root: RootMap | undefined
  readonly model: ModelMap
}

type RootMap = YAMLMap<Node | null, Node | null>
export type RootPair = Pair<Node | null, Node | null>

/**
 * Reads a kustomization and refuses what kustomize refuses, what it silently drops, and what only some YAML readers take.
 *
 * @example parseKustomization({ path: 'kustomization.yaml', text: 'namePrefix: on\n' }) // throws: namePrefix: is the boolean true; expected text
 * @throws {Fault} one of the `kustomization-…` faults, with the line where it is known
 */
export function parseKustomization(file: KustomizationFile): Kustomization {
  const facts = tokenFacts(file)
  const lines = new SourceLines(file.text)
  const document = composed(file, lines)
  const root = rootOf(file, document)
  const model = modelAt(file, lines, document)
  const problems = [...violations(model, KUSTOMIZATION, ''), ...kindViolations(model)]
  const [first] = problems
  if (first !== undefined) {
    const detail = problems.map(({ text }) => text).join('; ')
    throw gitopsFault(`kustomization-${first.kind}`, { subject: file.path, detail })
  }
  return { file, lines, root, model, ...facts }
}

/** The pair of a top-level field, whatever the case of its key. */
export function fieldPair({ root }: Kustomization, name: string): RootPair | undefined {
  return root?.items.find(
    ({ key }) => isScalar(key) && String(key.value).toLowerCase() === name.toLowerCase(),
  )
}

function composed(file: KustomizationFile, lines: SourceLines): Document.Parsed | undefined {
  const documents = parseAllDocuments(file.text, {
    version: '1.1',
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const [document, second] = [...documents]
  // a tag that is not known is only a warning; the model refuses it
  const [error] = [...documents].flatMap(({ errors }) => errors)
  if (error !== undefined) {
    const subject = `${file.path}:${lines.indexAt(error.pos[0]) + 1}`
    throw gitopsFault('kustomization-malformed', { subject, detail: error.message, cause: error })
  }
  if (second !== undefined) {
    const subject = `${file.path}:${lines.indexAt(second.range[0]) + 1}`
    throw gitopsFault('kustomization-documents', { subject, detail: 'a second document begins' })
  }
  return document
}

function rootOf(file: KustomizationFile, document: Document.Parsed | undefined): RootMap | undefined {
  const contents = document?.contents
  if (isMap(contents)) return contents
  if (contents === null || contents === undefined || (isScalar(contents) && contents.source === '')) {
    return undefined
  }
  throw gitopsFault('kustomization-malformed', { subject: file.path, detail: 'it is not a mapping' })
}

function modelAt(
  file: KustomizationFile,
  lines: SourceLines,
  document: Document.Parsed | undefined,
): ModelMap {
  try {
    const model = document ? modelOf(document, document.contents) : null
    return isModelMap(model) ? model : {}
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    const subject = `${file.path}:${lines.indexAt(error.offset) + 1}`
    throw gitopsFault(`kustomization-${error.kind}`, { subject, detail: error.message, cause: error })
  }
}

const VERSIONS = new Map([
  ['Kustomization', 'kustomize.config.k8s.io/v1beta1'],
  ['Component', 'kustomize.config.k8s.io/v1alpha1'],
])

/**
 * kustomize edit takes any kind, and kustomize build refuses the result.
 *
 * @see https://github.com/kubernetes-sigs/kustomize/blob/kustomize/v5.5.0/api/types/kustomization.go (EnforceFields)
 */
function kindViolations(model: ModelMap): readonly Violation[] {
  const kind = textAt(model, 'kind') || 'Kustomization'
  const version = VERSIONS.get(kind)
  if (version === undefined) return [refused(`kind: is ${kind}; expected Kustomization or Component`)]
  const given = textAt(model, 'apiVersion') || version
  return given === version ? [] : [refused(`apiVersion: is ${given}; expected ${version} for a ${kind}`)]
}

function refused(text: string): Violation {
  return { kind: 'refused', text }
}

function textAt(model: ModelMap, name: string): string {
  const value = modelField(model, name)
  return typeof value === 'string' ? value : ''
}

/** The model of a field, whatever the case of its key. */
export function modelField(model: ModelMap, name: string): Model | undefined {
  return Object.entries(model).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
}
