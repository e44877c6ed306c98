import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Artifact, DefaultArtifactClient } from '@actions/artifact'
import { artifactFault } from '../domain/evidence/artifact-faults.ts'
import { fileFault } from '../domain/shared/file-faults.ts'
import { Fault } from '../domain/shared/fault.ts'
import type { ArtifactFile, ArtifactPublisher, Artifacts } from '../ports/artifacts.ts'
import { MAX_ARCHIVE_BYTES, readArchive } from './artifact-archive.ts'

/**
 * The artifacts of this run, by GitHub's own client. It is loaded when it is first needed: most runs need no artifact, and it is by
 * far the largest part of this program.
 *
 * @param temp the folder for files of this job; an archive lies there while it is read
 */
export function workflowArtifacts(temp: string): Artifacts & ArtifactPublisher {
  let listing: Promise<readonly Artifact[]> | undefined
  const list = (): Promise<readonly Artifact[]> => {
    listing ??= service('the artifacts of this run', listed)
    return listing
  }
  return {
    names: async () => (await list()).map(({ name }) => name),
    read: async (name) => {
      const artifact = (await list()).find((candidate) => candidate.name === name)
      if (artifact === undefined)
        throw artifactFault('artifact-missing', { subject: `artifact ${name}`, detail: 'it is not there' })
      return filesOf(artifact, temp)
    },
    publish: (name, folder, files, refuse) =>
      service(`artifact ${name}`, async (client) => {
        try {
          await client.uploadArtifact(name, [...files], folder)
        } catch (error) {
          if (!isTaken(error)) throw error
          refuse(await heldFiles(client, name, temp))
          await client.deleteArtifact(name)
          await client.uploadArtifact(name, [...files], folder)
        }
      }),
  }
}

async function listed(client: DefaultArtifactClient): Promise<readonly Artifact[]> {
  // a re-run can leave several of one name: the latest counts
  const { artifacts } = await client.listArtifacts({ latest: true })
  return artifacts
}

/** @throws {Fault} `artifact-unreadable` */
async function filesOf(artifact: Artifact, temp: string): Promise<readonly ArtifactFile[]> {
  const subject = `artifact ${artifact.name}`
  if (artifact.size > MAX_ARCHIVE_BYTES) throw tooLarge(subject, artifact.size)
  return readArchive(subject, await download(subject, artifact, temp))
}

/**
 * The files of the artifact that has taken a name.
 *
 * @throws {Fault} `artifact-taken` where there is nothing that can be read
 */
async function heldFiles(
  client: DefaultArtifactClient,
  name: string,
  temp: string,
): Promise<readonly ArtifactFile[]> {
  const subject = `artifact ${name}`
  const held = (await listed(client)).find((candidate) => candidate.name === name)
  if (held === undefined) {
    throw artifactFault('artifact-taken', {
      subject,
      detail: 'one of this name has expired, or its upload was not finished',
      hint: 'The name stays taken for the rest of this run: start a new one.',
    })
  }
  try {
    return await filesOf(held, temp)
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'artifact-unreadable') throw error
    const detail = `one lies there that cannot be read: ${error.detail}`
    throw artifactFault('artifact-taken', { subject, detail, cause: error })
  }
}

/** Fetches an archive into a new folder, under whatever name, and takes it from there. */
async function download(subject: string, artifact: Artifact, temp: string): Promise<Uint8Array> {
  const path = newFolder(temp)
  try {
    const { digestMismatch } = await service(subject, (client) =>
      client.downloadArtifact(artifact.id, {
        path,
        skipDecompress: true,
        ...(artifact.digest !== undefined && { expectedHash: artifact.digest }),
      }),
    )
    if (digestMismatch === true) {
      throw artifactFault('artifact-unreadable', {
        subject,
        detail: 'what was received is not what was uploaded',
      })
    }
    return readOnly(subject, path)
  } finally {
    rmSync(path, { recursive: true, force: true })
  }
}

function newFolder(temp: string): string {
  try {
    mkdirSync(temp, { recursive: true })
    return mkdtempSync(join(temp, 'artifact-'))
  } catch (error) {
    throw fileFault('file-unwritable', { subject: temp, detail: firstLine(error), cause: error })
  }
}

function readOnly(subject: string, folder: string): Uint8Array {
  const [name, ...more] = readdirSync(folder)
  if (name === undefined || more.length > 0) {
    throw artifactFault('artifact-unreadable', { subject, detail: 'it was not received as one archive' })
  }
  const file = join(folder, name)
  const { size } = statSync(file)
  if (size > MAX_ARCHIVE_BYTES) throw tooLarge(subject, size)
  return readFileSync(file)
}

function tooLarge(subject: string, size: number): Fault {
  const detail = `it has ${size} bytes, and one with a digest has at most ${MAX_ARCHIVE_BYTES}`
  return artifactFault('artifact-unreadable', { subject, detail })
}

/** @throws {Fault} `artifact-unsupported`, and `artifact-service` for whatever else the client throws */
async function service<T>(subject: string, use: (client: DefaultArtifactClient) => Promise<T>): Promise<T> {
  const { DefaultArtifactClient: Client, GHESNotSupportedError: Unsupported } =
    await import('@actions/artifact')
  try {
    return await use(new Client())
  } catch (error) {
    if (error instanceof Fault) throw error
    if (error instanceof Unsupported) {
      const detail = 'GitHub Enterprise Server does not take it, and does not give it'
      throw artifactFault('artifact-unsupported', { subject, detail, cause: error })
    }
    throw artifactFault('artifact-service', { subject, detail: firstLine(error), cause: error })
  }
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n', 1)[0] ?? '').slice(0, 300).replace(/[.\s]+$/, '')
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && /\b409\b|already exists/i.test(error.message)
}
