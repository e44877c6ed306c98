import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

import { provideTools } from '../scripts/toolchain/provide.ts'
import { costsSideBySide, type Cost } from './bump/rounds.ts'
import { bundleWay, idleBundle, shellWay } from './bump/ways.ts'
import { startBumpWorld } from './bump/world.ts'
import { measureSideBySide } from './measure.ts'
import { startTable, writeSection } from './performance-page.ts'

/**
 * Measures the committed bundle of gitops-bump: its start against an empty Node, and a bump against the shell path that it replaces, on
 * GitOps repositories of several sizes over HTTP on loopback. Writes the tables into docs/performance.md.
 */
const SEED = 20261125

/** How many files, and how many rounds a bench has the patience for. */
const SIZES = [
  { files: 10, rounds: 15 },
  { files: 1_000, rounds: 9 },
  { files: 10_000, rounds: 3 },
] as const

const CASES = [
  { deployed: 'older', title: 'New pull request', meaning: 'an older image is deployed' },
  { deployed: 'same', title: 'Nothing to do', meaning: 'the image is deployed already' },
] as const

type Row = Readonly<Record<(typeof CASES)[number]['deployed'], readonly Cost[]>> & { readonly files: number }

const load = loadavg()[0]?.toFixed(1) ?? 'unknown'
const scratch = mkdtempSync(join(tmpdir(), 'bench-bump-'))
const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
try {
  const tools = await provideTools(['node24', 'kustomize'], { onProgress: say })
  const start = await startLines(tools.node24.path)
  const rows: Row[] = []
  for (const size of SIZES) rows.push(await rowOf(size, tools.node24.path, tools.kustomize.path))
  const lines = [...start, ...CASES.flatMap((one) => caseLines(one, rows))]
  process.stdout.write(`${lines.join('\n')}\n`)
  const versions = [`Node ${tools.node24.version}`, `kustomize ${tools.kustomize.version}`, gitVersion()]
  writeSection({ name: 'bump', load, tools: versions, lines })
} finally {
  rmSync(scratch, { recursive: true })
}

async function startLines(node: string): Promise<readonly string[]> {
  const idle = await idleBundle(node, join(scratch, 'idle'))
  const results = measureSideBySide(
    [
      { name: 'empty `node -e 0`', command: node, args: ['-e', '0'] },
      { name: 'gitops-bump, no environment for the ref', ...idle },
    ],
    25,
  )
  return [
    '',
    '**Start**: a run that ends without a request, whole processes, median of 25 rounds side by side.',
    '',
    ...startTable(results),
  ]
}

async function rowOf(
  { files, rounds }: (typeof SIZES)[number],
  node: string,
  kustomize: string,
): Promise<Row> {
  say(`${files.toLocaleString('en')} files`)
  const folder = join(scratch, `files-${files}`)
  await using world = await startBumpWorld({ folder, files, seed: SEED, kustomize })
  const common = { world, rounds, ways: [bundleWay(node), shellWay(kustomize)], scratch }
  const row = {
    files,
    older: await costsSideBySide({ ...common, deployed: 'older' }),
    same: await costsSideBySide({ ...common, deployed: 'same' }),
  }
  rmSync(folder, { recursive: true })
  return row
}

function caseLines(
  { deployed, title, meaning }: (typeof CASES)[number],
  rows: readonly Row[],
): readonly string[] {
  return [
    '',
    `**${title}**: ${meaning}. Files of 2 kB (seed ${SEED}), whole processes, medians of ${SIZES.map(({ rounds }) => rounds).join(', ')} rounds side by side.`,
    '',
    '| files | gitops-bump | requests | transferred | shell path | requests | transferred | shell / bump |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(({ files, [deployed]: [bundle, shell] }) =>
      [
        '',
        files.toLocaleString('en'),
        ...costCells(bundle),
        ...costCells(shell),
        `${((shell?.milliseconds ?? Number.NaN) / (bundle?.milliseconds ?? Number.NaN)).toFixed(1)}×`,
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ]
}

function costCells(cost: Cost | undefined): readonly string[] {
  if (cost === undefined) return ['', '', '']
  return [`${cost.milliseconds.toFixed(0)} ms`, String(cost.requests), `${(cost.bytes / 1000).toFixed(0)} kB`]
}

function gitVersion(): string {
  return execFileSync('git', ['--version'], { encoding: 'utf8' }).trim().replace(' version', '')
}
