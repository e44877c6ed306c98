import type { Evidence } from '../domain/evidence/evidence.ts'
import { refuseTaken } from '../domain/evidence/taken-artifact.ts'
import type { ReportArtifact } from './action-report.ts'
import type { ArtifactPublisher } from '../ports/artifacts.ts'
import type { FileWriter } from '../ports/files.ts'

/** Writes the files of an artifact, and gives what the evidence says of them. */
export async function writeArtifact(
  { files }: ReportArtifact,
  folder: string,
  { writer }: { readonly writer: FileWriter },
): Promise<Evidence['files']> {
  const written: { name: string; sha256: string }[] = []
  for (const { path, content } of files) {
    const sha256 = await writer.write(`${rootOf(folder)}/${path}`, content)
    written.push({ name: path.slice(path.lastIndexOf('/') + 1), sha256 })
  }
  return written
}

/**
 * Uploads the artifact together with the evidence that vouches for it, in place of that of an earlier attempt of the job.
 *
 * @throws {Fault} `artifact-taken` where the name is another's
 */
export async function handOver(
  { name, files }: ReportArtifact,
  evidence: { readonly document: Evidence; readonly content: string },
  folder: string,
  { writer, artifacts }: { readonly writer: FileWriter; readonly artifacts?: ArtifactPublisher },
): Promise<void> {
  if (artifacts === undefined)
    throw new TypeError('an artifact is to be published, and there is no publisher')
  const root = rootOf(folder)
  const path = `${root}/evidence/${evidence.document.action}.json`
  await writer.write(path, evidence.content)
  await artifacts.publish(name, root, [...files.map((file) => `${root}/${file.path}`), path], (held) => {
    refuseTaken(name, held, evidence.document)
  })
}

/** A folder of its own: the files of an artifact never meet those of the job. */
function rootOf(folder: string): string {
  return `${folder}/artifact`
}
