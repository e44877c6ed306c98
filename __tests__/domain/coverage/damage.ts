import fc from 'fast-check'

/** What happens to files: one byte changed, one line left out, or the end cut off. */
export interface Damage {
  readonly kind: 'byte' | 'line' | 'cut'
  readonly at: number
  readonly to: number
}

const MARKS = Array.from('\r\n .,:0123-+', (mark) => mark.charCodeAt(0))

export const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('byte' as const, 'line' as const, 'cut' as const),
  at: fc.nat(),
  to: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...MARKS)),
})

export function damaged(bytes: Uint8Array, { kind, at, to }: Damage): Uint8Array {
  const place = at % Math.max(bytes.length, 1)
  if (kind === 'cut') return bytes.slice(0, place)
  if (kind === 'byte') return bytes.map((byte, index) => (index === place ? to : byte))
  const start = bytes.lastIndexOf(10, place - 1) + 1
  const end = bytes.indexOf(10, place)
  return new Uint8Array([...bytes.slice(0, start), ...(end < 0 ? [] : bytes.slice(end + 1))])
}

/** Sizes of chunks, from one byte on. */
export const chunkSizes: fc.Arbitrary<readonly number[]> = fc.array(
  fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 60 })),
  { minLength: 1, maxLength: 9 },
)
