import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** The root of the repository, absolute. */
export const ROOT = join(import.meta.dirname, '..', '..')

/** One input of an action.yml. */
interface DeclaredInput {
  readonly description: string
  readonly required?: boolean
  readonly default?: string
}

/** What the build reads of an action.yml. */
export interface ActionManifest {
  readonly name: string
  readonly description: string
  readonly inputs: Readonly<Record<string, DeclaredInput>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
  readonly runs: { readonly using: string; readonly main: string }
}

/** A JavaScript action of this repository. */
export interface ActionFolder {
  /** The name of its folder. */
  readonly name: string
  /** action.yml as text, and what it says. */
  readonly text: string
  readonly manifest: ActionManifest
}

/** The JavaScript actions, by the folders that hold an action.yml and an index.ts. */
export function actionFolders(root = ROOT): readonly ActionFolder[] {
  return readdirSync(join(root, 'actions'))
    .filter((name) =>
      ['action.yml', 'index.ts'].every((file) => existsSync(join(root, 'actions', name, file))),
    )
    .sort()
    .map((name) => {
      const text = readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')
      return { name, text, manifest: parse(text) as ActionManifest }
    })
}
