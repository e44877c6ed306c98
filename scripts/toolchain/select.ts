import type { Supplier } from './supplier.ts'

/** A name that no folder of `tools/` has. */
export class UnknownToolError extends Error {
  constructor(name: string, known: Iterable<string>) {
    super(`unknown tool ${name}; known are: ${[...known].join(', ')}`)
    this.name = 'UnknownToolError'
  }
}

/**
 * Picks the tools that are asked for.
 *
 * @returns one supplier per name, in the order of the names, each once
 * @throws UnknownToolError when a name is not among the known
 */
export function selectTools(known: ReadonlyMap<string, Supplier>, names: readonly string[]): Supplier[] {
  return [...new Set(names)].map((name) => {
    const supplier = known.get(name)
    if (!supplier) throw new UnknownToolError(name, known.keys())
    return supplier
  })
}
