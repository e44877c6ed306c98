import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideTools } from '../scripts/toolchain/provide.ts'
import { measureSideBySide, peakMemory, type Candidate } from './measure.ts'
import { ROOT, startTable, writeSection } from './performance-page.ts'
import { writeProfile, type ProfileShape } from './profiles.ts'

/**
 * Measures the committed bundle of coverage-gate: its start against an empty Node and `go tool cover -func` on a real profile of
 * the examples, and its growth on generated profiles beside the parser of the Go project. Writes the tables into docs/performance.md.
 */
const BUNDLE = join(ROOT, 'dist', 'coverage-gate', 'index.js')
const SERVICE = join(ROOT, 'examples', 'bookstore', 'app', 'payments-worker')
const SEED = 20261123

const GROWTH: readonly ProfileShape[] = [
  { blocks: 3_000, binaries: 10 },
  { blocks: 30_000, binaries: 20 },
  { blocks: 30_000, binaries: 85 },
]

const load = loadavg()[0]?.toFixed(1) ?? 'unknown'
const scratch = mkdtempSync(join(tmpdir(), 'bench-coverage-'))
try {
  const runtimes = await provideTools(['node20', 'node24'], {
    onProgress: (line) => process.stderr.write(`${line}\n`),
  })
  const lines = [
    ...startSection(runtimes.node20.path, 'Node 20'),
    ...startSection(runtimes.node24.path, 'Node 24'),
    ...growthSection(runtimes.node24.path),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  const go = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim()
  writeSection({ name: 'coverage', load, tools: [go], lines })
} finally {
  rmSync(scratch, { recursive: true })
}

/** Every event is enforced, so that a gate that could not measure ends the bench and not up in its table. */
function gate(node: string, profile: string, workspace: string, workingDirectory = '.'): Candidate {
  return {
    name: 'coverage-gate',
    command: node,
    args: [BUNDLE],
    cwd: workspace,
    env: {
      INPUT_SERVICE: 'bench',
      INPUT_PROFILE: profile,
      INPUT_THRESHOLD: '0',
      'INPUT_WORKING-DIRECTORY': workingDirectory,
      RUNNER_TEMP: scratch,
    },
  }
}

/** The same as a step of a run, which asks git for the commit that is checked out and for the lines that it changes. */
function gateInJob(node: string, profile: string): Candidate {
  const revision = (name: string): string =>
    execFileSync('git', ['rev-parse', name], { cwd: ROOT, encoding: 'utf8' }).trim()
  const file = (name: string, content: string): string => {
    writeFileSync(join(scratch, name), content)
    return join(scratch, name)
  }
  const candidate = gate(node, profile, ROOT, 'examples/bookstore/app/payments-worker')
  return {
    ...candidate,
    name: 'coverage-gate in a job, with git',
    env: {
      ...candidate.env,
      GITHUB_ACTIONS: 'true',
      GITHUB_SHA: revision('HEAD'),
      GITHUB_RUN_ID: '1',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify({ before: revision('HEAD~1') })),
      GITHUB_OUTPUT: file('output', ''),
      GITHUB_STEP_SUMMARY: file('summary', ''),
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
      gate(node, profile, ROOT, 'examples/bookstore/app/payments-worker'),
      gateInJob(node, profile),
      {
        name: '`go tool cover -func`',
        command: 'go',
        args: ['tool', 'cover', `-func=${profile}`],
        cwd: SERVICE,
      },
    ],
    25,
  )
  return [
    '',
    `**Start, ${title}**: the profile of payments-worker, ${kilobytes(profile)}, whole processes, median of 25 rounds side by side.`,
    '',
    ...startTable(results),
  ]
}

/** A program around golang.org/x/tools/cover, the parser of `go tool cover`, that adds up covered and all statements. */
function buildGoParser(): string {
  const program = join(scratch, 'go-parser')
  execFileSync('go', ['build', '-o', program, '.'], {
    cwd: join(ROOT, 'bench', 'go-parser'),
    stdio: 'inherit',
  })
  return program
}

function growthSection(node: string): readonly string[] {
  const parser = buildGoParser()
  const rows = GROWTH.map((shape) => {
    const profile = join(scratch, 'generated.out')
    writeProfile(profile, shape, SEED)
    const candidate = gate(node, profile, scratch)
    const [empty, measured, parsed] = measureSideBySide(
      [
        { name: 'empty', command: node, args: ['-e', '0'] },
        candidate,
        { name: 'go-parser', command: parser, args: [profile] },
      ],
      7,
    )
    const megabytes = statSync(profile).size / 1e6
    const milliseconds = measured?.milliseconds ?? Number.NaN
    const ratio = milliseconds / (empty?.milliseconds ?? Number.NaN)
    const lines = shape.blocks * shape.binaries
    const peak = peakMemory(candidate, scratch)
    const peer = parsed?.milliseconds ?? Number.NaN
    return `| ${megabytes.toFixed(1)} MB, ${lines.toLocaleString('en')} lines | ${milliseconds.toFixed(0)} ms | ${ratio.toFixed(1)}× | ${peak.toFixed(0)} MiB | ${peer.toFixed(0)} ms |`
  })
  return [
    '',
    `**Growth, Node 24**: generated profiles (seed ${SEED}), every block once per test binary, without source, median of 7 rounds. The parser is golang.org/x/tools/cover, the one of \`go tool cover\`, in a program that only adds up (\`bench/go-parser\`).`,
    '',
    '| profile | coverage-gate | against an empty Node | peak memory | the parser alone |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...rows,
  ]
}

function kilobytes(path: string): string {
  return `${(statSync(path).size / 1000).toFixed(0)} kB`
}
