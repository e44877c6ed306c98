import { checkArtifactName } from './artifact-name.ts'
import type { StoredBlob } from './blob-store.ts'
import { expiry } from './retention.ts'
import type { BackendIds } from './runtime-token.ts'
import { TwirpError } from './twirp-error.ts'

/** What is known of an artifact from its creation on. */
export interface ArtifactRecord extends BackendIds {
  /** The database id: unique in a service, ascending, from 1. */
  readonly id: number
  readonly name: string
  /** `application/zip` for an archive, else the type of the single file. */
  readonly mimeType: string
  readonly createdAt: Date
  readonly expiresAt: Date
  /** The bytes it was finalized with; absent until then. */
  readonly content?: StoredBlob
}

/** A finalized artifact. */
export type FinalizedArtifact = ArtifactRecord & { readonly content: StoredBlob }

/** What a job asks for when it creates an artifact. */
export interface ArtifactRequest extends BackendIds {
  readonly name: string
  readonly mimeType: string
  readonly expiresAt: Date | undefined
}

/** What a job says it has uploaded. */
export interface UploadClaim extends BackendIds {
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** `sha256:<hex>`, when the client sent one. */
  readonly hash: string | undefined
}

/** The artifacts of all runs, by run and name. */
export class ArtifactRegistry {
  readonly #runs = new Map<string, Map<string, ArtifactRecord>>()
  readonly #retentionDays: number
  #lastId = 0

  constructor(retentionDays: number) {
    this.#retentionDays = retentionDays
  }

  /**
   * Takes the name for the rest of the run. A name is taken by an artifact that was never finalized too, which
   * nothing can delete, and by an expired one.
   *
   * @throws TwirpError `already_exists` with the message of the service of GitHub; `invalid_argument`.
   */
  create(request: ArtifactRequest, now: Date): ArtifactRecord {
    checkArtifactName(request.name)
    const expiresAt = expiry(now, request.expiresAt, this.#retentionDays)
    const run = this.#run(request.runId)
    if (run.has(request.name)) {
      throw new TwirpError('already_exists', 'an artifact with this name already exists on the workflow run')
    }
    const record: ArtifactRecord = { ...request, id: ++this.#lastId, createdAt: now, expiresAt }
    run.set(record.name, record)
    return record
  }

  /** The artifact a job is about to finalize. @throws TwirpError `not_found`, `failed_precondition`. */
  unfinalized({ runId, jobId, name }: BackendIds & { readonly name: string }): ArtifactRecord {
    const record = this.#run(runId).get(name)
    if (record?.jobId !== jobId) throw notFound()
    if (record.content !== undefined) {
      throw new TwirpError('failed_precondition', 'the artifact has been finalized already')
    }
    return record
  }

  /**
   * Makes an artifact visible to its run.
   *
   * @throws TwirpError `failed_precondition` when nothing was uploaded; `invalid_argument` when the claim is not
   * what was uploaded.
   */
  finalize(claim: UploadClaim, content: StoredBlob | undefined): FinalizedArtifact {
    const record = this.unfinalized(claim)
    if (content === undefined) {
      throw new TwirpError('failed_precondition', 'the artifact has not been uploaded')
    }
    if (claim.size !== content.size) {
      throw new TwirpError('invalid_argument', `size is ${claim.size}, uploaded were ${content.size} bytes`)
    }
    if (claim.hash !== undefined && claim.hash !== content.digest) {
      throw new TwirpError('invalid_argument', `hash is ${claim.hash}, uploaded was ${content.digest}`)
    }
    const finalized = { ...record, content }
    this.#run(record.runId).set(record.name, finalized)
    return finalized
  }

  /** The artifacts a run can see: finalized and not expired, oldest first. */
  visible(runId: string, now: Date): FinalizedArtifact[] {
    return this.all(runId).filter(
      (record): record is FinalizedArtifact => record.content !== undefined && record.expiresAt > now,
    )
  }

  /**
   * One visible artifact. The job is the one that made it, as a listing names it.
   *
   * @throws TwirpError `not_found` with the message of the service of GitHub.
   */
  get(ids: BackendIds, name: string, now: Date): FinalizedArtifact {
    const found = this.visible(ids.runId, now).find((record) => record.name === name)
    if (found?.jobId !== ids.jobId) throw notFound()
    return found
  }

  /** Forgets an artifact; its name is free again. */
  delete(record: ArtifactRecord): void {
    this.#run(record.runId).delete(record.name)
  }

  /** Every artifact of a run in whatever state, oldest first. */
  all(runId: string): ArtifactRecord[] {
    return [...this.#run(runId).values()].sort((a, b) => a.id - b.id)
  }

  #run(runId: string): Map<string, ArtifactRecord> {
    const run = this.#runs.get(runId) ?? new Map<string, ArtifactRecord>()
    this.#runs.set(runId, run)
    return run
  }
}

function notFound(): TwirpError {
  return new TwirpError('not_found', 'artifact not found')
}
