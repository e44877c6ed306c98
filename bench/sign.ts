import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

import { provideTools } from '../scripts/toolchain/provide.ts'
import { measureSideBySide } from './measure.ts'
import { startTable, writeSection } from './performance-page.ts'
import { costsSideBySide, type Cost, type Costs } from './sign/rounds.ts'
import { bundleWay, idleBundle, shellWay, type BenchCosign } from './sign/ways.ts'
import { startSignWorld } from './sign/world.ts'

/**
 * Measures the committed bundle of cosign-sign: its start against an empty Node, and the signing, attesting and verifying of an image
 * against the same commands of the same cosign in a shell. Writes the tables into docs/performance.md.
 */
const ROUNDS = 11

type Row = readonly [BenchCosign, readonly Costs[]]

const load = loadavg()[0]?.toFixed(1) ?? 'unknown'
const scratch = mkdtempSync(join(tmpdir(), 'bench-sign-'))
const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
try {
  const tools = await provideTools(['node24', 'cosign-v2.4', 'cosign-v3', 'registry'], { onProgress: say })
  const cosigns: readonly BenchCosign[] = [
    { ...tools['cosign-v2.4'], isV3: false },
    { ...tools['cosign-v3'], isV3: true },
  ]
  const start = await startLines(tools.node24.path)
  await using world = await startSignWorld(join(scratch, 'world'))
  const rows: Row[] = []
  for (const cosign of cosigns) {
    say(`cosign ${cosign.version}`)
    const ways = [bundleWay(tools.node24.path, cosign), shellWay(cosign)]
    rows.push([cosign, await costsSideBySide({ world, ways, rounds: ROUNDS, scratch })])
  }
  refuseWrites(rows)
  const lines = [
    ...start,
    ...runLines('First run', 'first', rows),
    ...runLines('The same again', 'second', rows),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  const versions = [`Node ${tools.node24.version}`, ...cosigns.map(({ version }) => `cosign ${version}`)]
  writeSection({ name: 'sign', load, tools: versions, lines })
} finally {
  rmSync(scratch, { recursive: true })
}

async function startLines(node: string): Promise<readonly string[]> {
  const idle = await idleBundle(node, join(scratch, 'idle'))
  const results = measureSideBySide(
    [
      { name: 'empty `node -e 0`', command: node, args: ['-e', '0'] },
      { name: 'cosign-sign, without permission for a token', ...idle, status: 1 },
    ],
    25,
  )
  return [
    '',
    '**Start**: a run that is refused before the first request, whole processes, median of 25 rounds side by side.',
    '',
    ...startTable(results),
  ]
}

/** A figure of an action that does something else than it promises would be worth nothing. */
function refuseWrites(rows: readonly Row[]): void {
  for (const [{ version }, [bundle]] of rows) {
    if (bundle?.second.entries === 0 && bundle.second.certificates === 0) continue
    throw new Error(`cosign-sign with cosign ${version} wrote something in its second run`)
  }
}

function runLines(title: string, run: keyof Costs, rows: readonly Row[]): readonly string[] {
  return [
    '',
    `**${title}**: an index with two platforms and their attestation manifests, an SBOM and a coverage proof; whole processes, median of ${ROUNDS} rounds side by side. Writes are entries of the log and certificates.`,
    '',
    '| cosign | cosign-sign | entries | certificates | shell | entries | certificates | cosign-sign / shell |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(([{ version }, [bundle, shell]]) => {
      const ratio = (bundle?.[run].milliseconds ?? Number.NaN) / (shell?.[run].milliseconds ?? Number.NaN)
      const cells = [version, ...costCells(bundle?.[run]), ...costCells(shell?.[run]), `${ratio.toFixed(2)}×`]
      return `| ${cells.join(' | ')} |`
    }),
  ]
}

function costCells(cost: Cost | undefined): readonly string[] {
  if (cost === undefined) return ['', '', '']
  return [`${cost.milliseconds.toFixed(0)} ms`, String(cost.entries), String(cost.certificates)]
}
