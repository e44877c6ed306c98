import type { Break } from './breaks/break.ts'
import { coverage } from './breaks/coverage.ts'

/** The breaks by name. */
export const BREAKS: ReadonlyMap<string, Break> = new Map([coverage].map((entry) => [entry.name, entry]))
