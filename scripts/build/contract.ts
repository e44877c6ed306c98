import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseAllDocuments } from 'yaml'
import { isRecord } from '../../src/domain/shared/shape.ts'
import type { InputSpec } from '../../src/kit/input-spec.ts'
import { ROOT, type ActionFolder, type ActionManifest } from './actions.ts'

/** What an action's code takes and gives: the exports of its inputs.ts. */
export interface CodeContract {
  readonly inputs: InputSpec
  readonly outputs: readonly string[]
}

export async function codeContract(name: string): Promise<CodeContract> {
  return (await import(pathToFileURL(join(ROOT, 'actions', name, 'inputs.ts')).href)) as CodeContract
}

/** Where action.yml and the code say different things; empty when they agree. */
export function contractProblems(manifest: ActionManifest, code: CodeContract): readonly string[] {
  const declared = manifest.inputs
  return [
    ...difference('input', Object.keys(declared), Object.keys(code.inputs)),
    ...difference('output', Object.keys(manifest.outputs), code.outputs),
    ...Object.entries(code.inputs).flatMap(([name, field]) => {
      const input = declared[name]
      if (input === undefined) return []
      return [
        ...(defaultOutsideOfWorkflows(input.default) === (field.default ?? '')
          ? []
          : [`the default of input ${name} differs from its spec`]),
        ...((input.required ?? false) === field.required
          ? []
          : [`required of input ${name} differs from its spec`]),
      ]
    }),
    ...undescribed('input', declared),
    ...undescribed('output', manifest.outputs),
    ...(manifest.runs.using === 'node24' ? [] : [`runs.using is ${manifest.runs.using}, expected node24`]),
  ]
}

/** An expression is known to the runner alone: outside of a workflow such an input is not given. */
function defaultOutsideOfWorkflows(declared = ''): string {
  return /^\$\{\{.*\}\}$/.test(declared) ? '' : declared
}

function difference(what: string, declared: readonly string[], coded: readonly string[]): readonly string[] {
  return [
    ...coded.filter((name) => !declared.includes(name)).map((name) => `${what} ${name} is not in action.yml`),
    ...declared.filter((name) => !coded.includes(name)).map((name) => `${what} ${name} is not in the code`),
  ]
}

function undescribed(
  what: string,
  declared: Readonly<Record<string, { readonly description: string }>>,
): readonly string[] {
  return Object.entries(declared)
    .filter(([, { description }]) => !description)
    .map(([name]) => `${what} ${name} has no description`)
}

/** Every step of the YAML examples of a document that uses one of these actions, held against its inputs. */
export function exampleProblems(document: string, actions: readonly ActionFolder[]): readonly string[] {
  return yamlBlocks(document).flatMap((block) =>
    parseAllDocuments(block).flatMap((parsed) => {
      if (parsed.errors.length > 0) return [`an example is not YAML: ${parsed.errors[0]?.message ?? ''}`]
      return stepsOf(parsed.toJS()).flatMap((step) => stepProblems(step, actions))
    }),
  )
}

function yamlBlocks(document: string): readonly string[] {
  return [...document.matchAll(/^```ya?ml\n([^]*?)^```/gm)].map(([, block = '']) => block)
}

/** Every mapping with a `uses` in it, wherever it stands. */
function stepsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(stepsOf)
  if (!isRecord(value)) return []
  return [...(typeof value['uses'] === 'string' ? [value] : []), ...Object.values(value).flatMap(stepsOf)]
}

function stepProblems(
  step: Readonly<Record<string, unknown>>,
  actions: readonly ActionFolder[],
): readonly string[] {
  const name = /bookstore-actions\/(?:actions\/)?([a-z-]+)@/.exec(String(step['uses']))?.[1]
  if (name === undefined) return []
  const action = actions.find((folder) => folder.name === name)
  if (action === undefined) return [`an example uses ${name}, and there is no such action`]
  const given = isRecord(step['with']) ? Object.keys(step['with']) : []
  const required = Object.entries(action.manifest.inputs).filter(([, input]) => input.required)
  return [
    ...given
      .filter((input) => !(input in action.manifest.inputs))
      .map((input) => `an example gives ${name} the unknown input ${input}`),
    ...required
      .filter(([input]) => !given.includes(input))
      .map(([input]) => `an example of ${name} lacks ${input}`),
  ]
}
