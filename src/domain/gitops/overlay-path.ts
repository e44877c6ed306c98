// eslint-disable-next-line no-control-regex -- these are the characters to be refused
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\\]|\p{Surrogate}/u

/**
 * The folder of an overlay, relative to the root of the GitOps repository, with `/` between segments and no `.` or empty
 * segment left. It cannot leave the repository, be its root, or reach into git's own folder.
 *
 * @example OverlayPath.parse('./kustomize/overlays/dev/').text === 'kustomize/overlays/dev'
 */
export class OverlayPath {
  readonly text: string

  private constructor(text: string) {
    this.text = text
  }

  /** @throws {RangeError} with the accepted form. */
  static parse(text: string): OverlayPath {
    const segments = text.split('/').filter((segment) => segment !== '' && segment !== '.')
    const outside = text.startsWith('/') || segments.length === 0 || segments.includes('..')
    if (outside || FORBIDDEN.test(text) || segments.some((segment) => segment.toLowerCase() === '.git')) {
      throw new RangeError(
        'a folder inside the repository, relative to its root, without "..", ".git", backslash and control characters, such as kustomize/overlays/dev',
      )
    }
    return new OverlayPath(segments.join('/'))
  }

  /** The last segment: what `{overlay}` stands for. */
  get name(): string {
    return this.text.slice(this.text.lastIndexOf('/') + 1)
  }

  toString(): string {
    return this.text
  }
}
