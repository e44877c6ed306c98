import { isRefName } from './git-ref.ts'

const SHA = /^[0-9a-f]{40}$/

/**
 * The commit an image was built from, and the ref the run was for.
 *
 * @example SourceCommit.parse('refs/heads/main', '0a'.repeat(20)).sha
 */
export class SourceCommit {
  /** The full ref, e.g. `refs/heads/main`. It is shown, never trusted. */
  readonly ref: string
  /** 40 lower-case hex digits. */
  readonly sha: string

  private constructor(ref: string, sha: string) {
    this.ref = ref
    this.sha = sha
  }

  /** @throws {RangeError} with the accepted form. */
  static parse(ref: string, sha: string): SourceCommit {
    if (!ref.startsWith('refs/') || !isRefName(ref) || !SHA.test(sha)) {
      throw new RangeError('a full ref such as refs/heads/main and a commit of 40 lower-case hex digits')
    }
    return new SourceCommit(ref, sha)
  }
}
