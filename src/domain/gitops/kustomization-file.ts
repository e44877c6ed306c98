import { gitopsFault } from './faults.ts'

/** A kustomization as text, and the path it is spoken of by. */
export interface KustomizationFile {
  readonly path: string
  /** Everything, a byte order mark and the line ends included. */
  readonly text: string
}

/**
 * Reads the bytes of a kustomization. A byte order mark stays in the text, as kustomize passes over it.
 *
 * @example decodeKustomization('kustomization.yaml', new Uint8Array([0x61, 0x3a])).text === 'a:'
 * @throws {Fault} `kustomization-encoding` when the bytes are not UTF-8
 */
export function decodeKustomization(path: string, bytes: Uint8Array): KustomizationFile {
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch (cause) {
    throw gitopsFault('kustomization-encoding', { subject: path, detail: 'it is not UTF-8', cause })
  }
}
