import type { Log } from '../../src/ports/log.ts'

/** A log that keeps what is printed, with secrets replaced as the port says: only in what is printed after the mask. */
export interface MemoryLog extends Log {
  readonly lines: readonly string[]
  readonly debugLines: readonly string[]
  readonly masked: readonly string[]
}

export function memoryLog(): MemoryLog {
  const lines: string[] = []
  const debugLines: string[] = []
  const masked: string[] = []
  const hide = (text: string): string =>
    masked.reduce((shown, secret) => shown.replaceAll(secret, '***'), text)
  return {
    lines,
    debugLines,
    masked,
    info: (text) => void lines.push(...hide(text).split('\n')),
    debug: (text) => void debugLines.push(...hide(text).split('\n')),
    mask: (secret) => void masked.push(secret),
  }
}
