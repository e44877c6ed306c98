import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideTools } from '../scripts/toolchain/provide.ts'
import { measureSideBySide, peakMemory, type Candidate } from './measure.ts'
import { writeProfile, type ProfileShape } from './profiles.ts'

/**
 * Measures the committed bundle of coverage-gate: its start against an empty Node and `go tool cover -func` on a real profile of
 * the examples, and its growth on generated profiles. Writes the table into docs/performance.md.
 */
const ROOT = join(import.meta.dirname, '..')
const BUNDLE = join(ROOT, 'dist', 'coverage-gate', 'index.js')
const SERVICE = join(ROOT, 'examples', 'bookstore', 'app', 'payments-worker')
const COMMAND = 'npm run bench:coverage'
const SEED = 20261123

const GROWTH: readonly ProfileShape[] = [
  { blocks: 3_000, binaries: 10 },
  { blocks: 30_000, binaries: 20 },
  { blocks: 30_000, binaries: 85 },
]

const scratch = mkdtempSync(join(tmpdir(), 'bench-coverage-'))
try {
  const runtimes = await provideTools(['node20', 'node24'], {
    onProgress: (line) => process.stderr.write(`${line}\n`),
  })
  const sections = [
    ...startSection(runtimes.node20.path, 'Node 20'),
    ...startSection(runtimes.node24.path, 'Node 24'),
    ...growthSection(runtimes.node24.path),
  ]
  const text = sections.join('\n')
  process.stdout.write(`${text}\n`)
  writeSection(text)
} finally {
  rmSync(scratch, { recursive: true })
}

function gate(node: string, profile: string, workingDirectory: string): Candidate {
  return {
    name: 'coverage-gate',
    command: node,
    args: [BUNDLE],
    cwd: ROOT,
    env: {
      INPUT_SERVICE: 'bench',
      INPUT_PROFILE: profile,
      INPUT_RISK: 'read-only',
      'INPUT_WORKING-DIRECTORY': workingDirectory,
      RUNNER_TEMP: scratch,
    },
  }
}

function startSection(node: string, title: string): readonly string[] {
  const profile = join(scratch, 'coverage.out')
  execFileSync('go', ['test', '-coverpkg=./...', `-coverprofile=${profile}`, './...'], {
    cwd: SERVICE,
    stdio: 'ignore',
  })
  const results = measureSideBySide(
    [
      { name: 'empty `node -e 0`', command: node, args: ['-e', '0'] },
      gate(node, profile, 'examples/bookstore/app/payments-worker'),
      {
        name: '`go tool cover -func`',
        command: 'go',
        args: ['tool', 'cover', `-func=${profile}`],
        cwd: SERVICE,
      },
    ],
    25,
  )
  const floor = results[0]?.milliseconds ?? Number.NaN
  return [
    '',
    `**Start, ${title}**: the profile of payments-worker, ${kilobytes(profile)}, whole processes, median of 25 rounds side by side.`,
    '',
    '| | wall | against an empty Node |',
    '| --- | ---: | ---: |',
    ...results.map(
      ({ name, milliseconds }) =>
        `| ${name} | ${milliseconds.toFixed(0)} ms | ${(milliseconds / floor).toFixed(2)}× |`,
    ),
  ]
}

function growthSection(node: string): readonly string[] {
  const rows = GROWTH.map((shape) => {
    const profile = join(scratch, 'generated.out')
    writeProfile(profile, shape, SEED)
    const candidate = gate(node, profile, '.')
    const [empty, measured] = measureSideBySide(
      [{ name: 'empty', command: node, args: ['-e', '0'] }, candidate],
      7,
    )
    const megabytes = statSync(profile).size / 1e6
    const milliseconds = measured?.milliseconds ?? Number.NaN
    const ratio = milliseconds / (empty?.milliseconds ?? Number.NaN)
    const lines = shape.blocks * shape.binaries
    return `| ${megabytes.toFixed(1)} MB, ${lines.toLocaleString('en')} lines | ${milliseconds.toFixed(0)} ms | ${ratio.toFixed(1)}× | ${peakMemory(candidate, scratch).toFixed(0)} MiB |`
  })
  return [
    '',
    `**Growth, Node 24**: generated profiles (seed ${SEED}), every block once per test binary, without source, median of 7 rounds.`,
    '',
    '| profile | wall | against an empty Node | peak memory |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
  ]
}

function kilobytes(path: string): string {
  return `${(statSync(path).size / 1000).toFixed(0)} kB`
}

function writeSection(text: string): void {
  const file = join(ROOT, 'docs', 'performance.md')
  const begin = '<!-- bench-coverage:begin -->'
  const end = '<!-- bench-coverage:end -->'
  const document = readFileSync(file, 'utf8')
  const head = document.slice(0, document.indexOf(begin) + begin.length)
  const tail = document.slice(document.indexOf(end))
  const go = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim()
  const machine = `Made by \`${COMMAND}\` on ${cpus().length} cores of ${cpus()[0]?.model ?? 'unknown'}, ${go}.`
  writeFileSync(file, `${head}\n\n${machine}\n${text}\n\n${tail}`)
  execFileSync(join(ROOT, 'node_modules', '.bin', 'prettier'), ['--write', file], { stdio: 'ignore' })
}
