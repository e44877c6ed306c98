import { createHash } from 'node:crypto'
import { inputs, outputs } from '../../../actions/validate-digest/inputs.ts'
import { validate } from '../../../actions/validate-digest/validate.ts'
import { buildxImage, type BuildxImage } from '../../../sandbox/registry/buildx-image.ts'
import type { ActionName, Evidence } from '../../../src/domain/evidence/evidence.ts'
import type { RunContext } from '../../../src/domain/shared/run-context.ts'
import { execute } from '../../../src/kit/execute.ts'
import type { Artifacts } from '../../../src/ports/artifacts.ts'
import type { Publication } from '../../../src/ports/runner.ts'
import type { Registry } from '../../../src/ports/registry.ts'
import { documentOf } from '../../domain/evidence/documents.ts'
import { fixedClock } from '../../support/fixed-clock.ts'
import {
  memoryArtifacts,
  type MemoryArtifactContent,
  type MemoryArtifacts,
} from '../../support/memory-artifacts.ts'
import { memoryFiles, type MemoryFiles } from '../../support/memory-files.ts'
import { memoryLog } from '../../support/memory-log.ts'
import { memoryRegistry, type MemoryContent } from '../../support/memory-registry.ts'
import { memoryRunner, runContext } from '../../support/memory-runner.ts'

/** The image of orders, and the repository that holds it. */
export const IMAGE: BuildxImage = buildxImage({ seed: 'orders' })
export const DIGEST = IMAGE.index.digest
export const REPOSITORY = 'ghcr.io/org/orders'
export const OTHER: BuildxImage = buildxImage({ seed: 'catalog', platforms: ['linux/amd64'] })

/** What is never set when anything is wrong. */
export const HANDED_ON = ['digest', 'image-ref', 'images', 'media-type', 'platforms', 'evidence-directory']

/** A machine in memory on which the action runs as its `main.ts` runs it on a real one. */
export interface Machine {
  readonly inputs?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly artifacts?: MemoryArtifactContent
  readonly registry?: MemoryContent
  readonly context?: Partial<RunContext>
  /** Takes the place of a port, to have it fail. */
  readonly instead?: { readonly artifacts?: Partial<MemoryArtifacts>; readonly registry?: Partial<Registry> }
}

export interface ValidateRun extends Omit<Publication, 'outputs'> {
  readonly outputs: Readonly<Record<string, string | undefined>>
  /** `level: message` of every annotation. */
  readonly said: readonly string[]
  readonly evidence: unknown
  readonly files: MemoryFiles
  readonly published: MemoryArtifacts['published']
  /** References that the registry was asked for. */
  readonly asked: readonly string[]
}

export async function runValidate(machine: Machine): Promise<ValidateRun> {
  const files = memoryFiles(machine.files)
  const runner = memoryRunner({ service: 'orders', ...machine.inputs }, runContext(machine.context))
  const own = memoryArtifacts(machine.artifacts ?? {}, files)
  const artifacts: MemoryArtifacts = { ...own, ...machine.instead?.artifacts }
  const held = memoryRegistry(machine.registry ?? { [REPOSITORY]: IMAGE, 'ghcr.io/org/catalog': OTHER })
  const registry = { ...held, ...machine.instead?.registry }
  await execute(
    { name: 'validate-digest', inputs, outputs, files: ['artifact'], run: validate },
    { runner, log: memoryLog(), writer: files, clock: fixedClock(), artifacts },
    { files, artifacts: artifacts satisfies Artifacts, registry, writer: files },
  )
  const published = runner.publication()
  const service = machine.inputs?.['service'] ?? 'orders'
  const evidence = files.stored.get(`/temp/evidence/${service}/validate-digest.json`)
  return {
    ...published,
    said: published.annotations.map(({ level, message }) => `${level}: ${message}`),
    evidence: evidence === undefined ? undefined : JSON.parse(String(evidence)),
    files,
    published: artifacts.published,
    asked: held.asked,
  }
}

/** Evidence about the image of orders as an action writes it. */
export function evidenceText(action: ActionName, changes: Partial<Evidence> = {}): string {
  // coverage is measured before there is an image
  const digest = action === 'coverage-gate' ? undefined : DIGEST
  return `${JSON.stringify({ ...documentOf(action), digest, ...changes }, null, 2)}\n`
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The artifact of orders as the publishing step made it, and the pin of its evidence. */
export function publishedArtifact(
  others: Readonly<Record<string, string>> = { 'coverage-gate.json': evidenceText('coverage-gate') },
  digest = DIGEST,
): { readonly files: Readonly<Record<string, string>>; readonly pin: string } {
  const text = `${digest}\n`
  const publisher = evidenceText('validate-digest', {
    digest,
    files: [
      { name: 'digest.txt', sha256: sha256(text) },
      ...Object.entries(others).map(([name, content]) => ({ name, sha256: sha256(content) })),
    ],
  })
  return {
    files: {
      'digest.txt': text,
      ...Object.fromEntries(Object.entries(others).map(([name, content]) => [`evidence/${name}`, content])),
      'evidence/validate-digest.json': publisher,
    },
    pin: sha256(publisher),
  }
}
