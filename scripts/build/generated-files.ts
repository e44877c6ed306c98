import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { COVERAGE_FAULTS } from '../../src/domain/coverage/faults.ts'
import { ARTIFACT_FAULTS } from '../../src/domain/evidence/artifact-faults.ts'
import { evidenceJsonSchema } from '../../src/domain/evidence/evidence.ts'
import { EVIDENCE_FAULTS } from '../../src/domain/evidence/read-evidence.ts'
import { GITOPS_FAULTS } from '../../src/domain/gitops/faults.ts'
import { DIGEST_FAULTS } from '../../src/domain/oci/digest-faults.ts'
import { REGISTRY_FAULTS } from '../../src/domain/oci/registry-faults.ts'
import type { FaultKind } from '../../src/domain/shared/fault.ts'
import { FILE_FAULTS } from '../../src/domain/shared/file-faults.ts'
import { GITHUB_FAULTS } from '../../src/domain/shared/github-faults.ts'
import { INPUT_FAULTS } from '../../src/domain/shared/input-faults.ts'
import { SIGNING_FAULTS } from '../../src/domain/signing/signing-faults.ts'
import { actionFolders, ROOT, type ActionFolder } from './actions.ts'

/** The fault codes that an action can end with, beside its own verdicts. */
const FAULTS: Readonly<Record<string, Readonly<Record<string, FaultKind>>>> = {
  'cosign-sign': { ...INPUT_FAULTS, ...SIGNING_FAULTS, ...REGISTRY_FAULTS, ...FILE_FAULTS },
  'coverage-gate': { ...INPUT_FAULTS, ...COVERAGE_FAULTS, ...FILE_FAULTS },
  'gitops-bump': { ...INPUT_FAULTS, ...GITOPS_FAULTS, ...GITHUB_FAULTS, ...EVIDENCE_FAULTS, ...FILE_FAULTS },
  'validate-digest': {
    ...INPUT_FAULTS,
    ...DIGEST_FAULTS,
    ...REGISTRY_FAULTS,
    ...ARTIFACT_FAULTS,
    ...EVIDENCE_FAULTS,
    ...FILE_FAULTS,
  },
}

/** Every file that is made of others, by its path from the root, with what it should hold. */
export function generatedFiles(root = ROOT): ReadonlyMap<string, string> {
  const actions = actionFolders(root)
  const readmes = actions
    .map(({ name }) => `actions/${name}/README.md`)
    .filter((path) => existsSync(join(root, path)))
  return new Map([
    ...actions.map((action): [string, string] => [`${action.name}/action.yml`, rootManifest(action)]),
    ...readmes.map((path): [string, string] => [path, actionReadme(root, path, actions)]),
    ['README.md', withSection(read(root, 'README.md'), 'actions', actionsTable(actions))],
    ['docs/evidence-v1.schema.json', `${JSON.stringify(evidenceJsonSchema(), null, 2)}\n`],
  ])
}

/**
 * The action.yml that `org/bookstore-actions/<name>@<sha>` finds: a copy, since the runner does not follow links, with the path to the
 * bundle as seen from the folder it lies in.
 */
function rootManifest({ name, text }: ActionFolder): string {
  return `# Generated from actions/${name}/action.yml by npm run build; edit that file.\n${text.replace('../../dist/', '../dist/')}`
}

function actionReadme(root: string, path: string, actions: readonly ActionFolder[]): string {
  const action = actions.find(({ name }) => path === `actions/${name}/README.md`)
  if (action === undefined) throw new Error(`${path} belongs to no action`)
  const { inputs, outputs } = action.manifest
  const sections = {
    inputs: markdownTable(
      ['input', 'default', 'meaning'],
      Object.entries(inputs).map(([name, input]) => [
        `\`${name}\``,
        input.required ? 'required' : defaultText(input.default),
        input.description,
      ]),
    ),
    outputs: markdownTable(
      ['output', 'meaning'],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
    faults: markdownTable(
      ['code', 'what happened', 'what to do'],
      Object.entries(FAULTS[action.name] ?? {}).map(([code, { meaning, cure }]) => [
        `\`${code}\``,
        meaning,
        cure,
      ]),
    ),
  }
  return Object.entries(sections).reduce(
    (text, [name, body]) => withSection(text, name, body),
    read(root, path),
  )
}

function defaultText(value: string | undefined): string {
  return value
    ? value
        .split('\n')
        .map((line) => `\`${line}\``)
        .join(' ')
    : '–'
}

function actionsTable(actions: readonly ActionFolder[]): string {
  return markdownTable(
    ['action', 'what it does'],
    actions.map(({ name, manifest }) => [`[\`${name}\`](actions/${name}/README.md)`, manifest.description]),
  )
}

/** Replaces what stands between `<!-- name:begin -->` and `<!-- name:end -->`. */
function withSection(document: string, name: string, body: string): string {
  const begin = `<!-- ${name}:begin -->`
  const end = `<!-- ${name}:end -->`
  const [before, rest] = split(document, begin)
  const [, after] = split(rest, end)
  return `${before}${begin}\n\n${body}\n\n${end}${after}`
}

function split(document: string, marker: string): readonly [string, string] {
  const index = document.indexOf(marker)
  if (index < 0) throw new Error(`the marker ${marker} is missing`)
  return [document.slice(0, index), document.slice(index + marker.length)]
}

/** A table as prettier writes it: cells padded to the width of their column. */
function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [columns, ...rows].map((row) =>
    row.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|')),
  )
  const widths = columns.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = cells
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join(
    '\n',
  )
}

function read(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
