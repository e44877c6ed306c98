import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What dependency-cruiser found in some folders. */
export interface Cruise {
  /** The files that it read. */
  readonly sources: readonly string[]
  /** `rule: from → to` for every violation, sorted. */
  readonly violations: readonly string[]
  /** The names of the rules, sorted. */
  readonly rules: readonly string[]
}

interface CruiseResult {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] }
    readonly violations: readonly {
      readonly rule: { readonly name: string }
      readonly from: string
      readonly to: string
    }[]
  }
}

/** Runs dependency-cruiser with the repository's rules over folders of a tree. */
export async function cruise(tree: string, folders: readonly string[]): Promise<Cruise> {
  const program = `${ROOT}node_modules/dependency-cruiser/bin/dependency-cruise.mjs`
  const options = ['--config', `${ROOT}.dependency-cruiser.mjs`, '--output-type', 'json']
  const printed = await new Promise<string>((resolve, reject) => {
    const settings = { cwd: tree, maxBuffer: 64 * 1024 * 1024 }
    execFile(process.execPath, [program, ...options, ...folders], settings, (error, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr, { cause: error }))
      else resolve(stdout)
    })
  })
  const { modules, summary } = JSON.parse(printed) as CruiseResult
  return {
    sources: modules.map(({ source }) => source),
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort(),
    rules: summary.ruleSetUsed.forbidden.map(({ name }) => name).sort(),
  }
}
