import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provideTools } from '../../../scripts/toolchain/provide.ts'
import { runCommand } from '../../../scripts/toolchain/run-command.ts'

/** A kustomization, and the arguments of the command that is run on it, such as `edit set image a=b@c`. */
export interface Job {
  readonly text: string
  readonly command: readonly string[]
}

/** What kustomize made of a file, or why it did not. */
export type Outcome = { readonly text: string } | { readonly refusal: string }

/** An edit of a field that no sample has, which makes kustomize write the whole file in its own way. */
export const NEUTRAL_EDIT = ['edit', 'set', 'buildmetadata', 'originAnnotations'] as const

const LANES = 2

/** The real kustomize, each time on a folder with one file. */
export class KustomizeCli {
  readonly #executable: string
  readonly #folder: string

  private constructor(executable: string, folder: string) {
    this.#executable = executable
    this.#folder = folder
  }

  static async provide(): Promise<KustomizeCli> {
    const { kustomize } = await provideTools(['kustomize'])
    return new KustomizeCli(kustomize.path, await mkdtemp(join(tmpdir(), 'kustomize-')))
  }

  async run(text: string, command: readonly string[]): Promise<Outcome> {
    const [outcome] = await this.runAll([{ text, command }])
    return outcome ?? { refusal: 'it did not run' }
  }

  /** Runs many jobs from a few shells: starting a process from a test runner takes longer than kustomize itself. */
  async runAll(jobs: readonly Job[]): Promise<readonly Outcome[]> {
    const folder = await mkdtemp(join(this.#folder, 'jobs-'))
    try {
      const lanes = Array.from({ length: LANES }, (_, lane) =>
        this.#runLane(
          folder,
          jobs.map((job, index) => ({ job, index })).filter(({ index }) => index % LANES === lane),
        ),
      )
      await Promise.all(lanes)
      return await Promise.all(jobs.map((_, index) => outcomeIn(join(folder, String(index)))))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  async dispose(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #runLane(
    folder: string,
    jobs: readonly { readonly job: Job; readonly index: number }[],
  ): Promise<void> {
    const [first] = jobs
    if (first === undefined) return
    const script = jobs.map(({ job: { command }, index }) => {
      const words = [this.#executable, ...command].map(quoted).join(' ')
      return `cd ${quoted(join(folder, String(index)))} && { ${words} >said 2>&1; echo $? >code; }`
    })
    for (const { job, index } of jobs) {
      await mkdir(join(folder, String(index)))
      await writeFile(join(folder, String(index), 'kustomization.yaml'), job.text)
    }
    const path = join(folder, `${first.index}.sh`)
    await writeFile(path, script.join('\n'))
    await runCommand('sh', [path], { cwd: folder, env: process.env })
  }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`
}

async function outcomeIn(folder: string): Promise<Outcome> {
  const code = await readFile(join(folder, 'code'), 'utf8')
  if (code.trim() !== '0') return { refusal: await readFile(join(folder, 'said'), 'utf8') }
  return { text: await readFile(join(folder, 'kustomization.yaml'), 'utf8') }
}
