import { createHash } from 'node:crypto'
import { artifactFault } from '../../src/domain/evidence/artifact-faults.ts'
import type { ArtifactFile, ArtifactPublisher, Artifacts } from '../../src/ports/artifacts.ts'
import type { MemoryFiles } from './memory-files.ts'

/** Files by their path in an artifact, by the name of the artifact. */
export type MemoryArtifactContent = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The artifacts of a run in memory; what is published is taken from files in memory. */
export interface MemoryArtifacts extends Artifacts, ArtifactPublisher {
  /** By name, then by path in the artifact. */
  readonly published: Map<string, Readonly<Record<string, string>>>
}

export function memoryArtifacts(content: MemoryArtifactContent, files: MemoryFiles): MemoryArtifacts {
  const published = new Map<string, Readonly<Record<string, string>>>()
  return {
    published,
    names: () => Promise.resolve(Object.keys(content)),
    read: (name) => {
      const held = content[name]
      return held === undefined
        ? Promise.reject(
            artifactFault('artifact-missing', { subject: `artifact ${name}`, detail: 'it is not there' }),
          )
        : Promise.resolve(hashed(held))
    },
    publish: (name, folder, paths, refuse) =>
      new Promise((resolve) => {
        const held = content[name]
        if (held !== undefined) refuse(hashed(held))
        const entries = paths.map((path) => [path.slice(folder.length + 1), String(files.stored.get(path))])
        published.set(name, Object.fromEntries(entries) as Record<string, string>)
        resolve()
      }),
  }
}

function hashed(held: Readonly<Record<string, string>>): readonly ArtifactFile[] {
  return Object.entries(held).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
    sha256: createHash('sha256').update(text).digest('hex'),
  }))
}
