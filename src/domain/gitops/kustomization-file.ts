import { gitopsFault } from './faults.ts'
import type { OverlayPath } from './overlay-path.ts'

/** A kustomization as text, and the path it is spoken of by. */
export interface KustomizationFile {
  readonly path: string
  /** Everything, a byte order mark and the line ends included. */
  readonly text: string
}

/** The names that kustomize looks for; a folder may hold one of them. */
export const KUSTOMIZATION_NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const

/** An entry of a git tree that is called like a kustomization. */
export interface FoundFile {
  readonly name: (typeof KUSTOMIZATION_NAMES)[number]
  /** Git's file mode, as a number: 0o100644, 0o100755, 0o120000 for a symbolic link. */
  readonly mode: number
  /** Its text, or why it has none. */
  readonly content:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'not-utf8' }
    | { readonly kind: 'too-large'; readonly bytes: number }
    | { readonly kind: 'not-a-file' }
}

/** What a commit holds at the path of an overlay. */
export interface OverlayFolder {
  /** False where there is nothing at the path, or no folder. */
  readonly exists: boolean
  readonly files: readonly FoundFile[]
}

/** The one kustomization of an overlay. */
export interface OverlayFile extends KustomizationFile {
  readonly mode: number
}

const REGULAR: ReadonlySet<number> = new Set([0o100644, 0o100755])

/**
 * The kustomization of an overlay: exactly one, a regular file, UTF-8.
 *
 * @example overlayFile(OverlayPath.parse('overlays/dev'), { exists: true, files: [] }) // throws: overlays/dev: no kustomization.yaml …
 * @throws {Fault} `overlay-missing`, `kustomization-several`, `kustomization-irregular`, `kustomization-encoding`, `kustomization-too-large`
 */
export function overlayFile(overlay: OverlayPath, { exists, files }: OverlayFolder): OverlayFile {
  const [file, ...more] = files
  if (file === undefined) {
    const detail = exists ? `no ${KUSTOMIZATION_NAMES.join(', ')} is in it` : 'there is no such folder'
    throw gitopsFault('overlay-missing', { subject: overlay.text, detail })
  }
  if (more.length > 0) {
    const detail = `it holds ${files.map(({ name }) => name).join(' and ')}`
    throw gitopsFault('kustomization-several', { subject: overlay.text, detail })
  }
  return regularFile(`${overlay.text}/${file.name}`, file)
}

function regularFile(path: string, { mode, content }: FoundFile): OverlayFile {
  if (!REGULAR.has(mode) || content.kind === 'not-a-file') {
    const detail = mode === 0o120000 ? 'it is a symbolic link' : 'it is not a file'
    throw gitopsFault('kustomization-irregular', { subject: path, detail })
  }
  if (content.kind === 'not-utf8') {
    throw gitopsFault('kustomization-encoding', { subject: path, detail: 'it is not UTF-8' })
  }
  if (content.kind === 'too-large') {
    const detail = `it has ${content.bytes} bytes, more than GitHub gives out as text`
    throw gitopsFault('kustomization-too-large', { subject: path, detail })
  }
  return { path, text: content.text, mode }
}
