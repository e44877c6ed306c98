import { parseArgs } from 'node:util'

import { type EventName, EVENTS } from './workflow-event.ts'

/** What the command line asks for. Services are checked later, against the workflow files. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }
  | {
      readonly kind: 'run'
      /** Empty means every service. */
      readonly services: readonly string[]
      readonly events: readonly EventName[]
      readonly breakName: string | undefined
      readonly keep: boolean
    }

const OPTIONS = {
  service: { type: 'string', multiple: true },
  event: { type: 'string', multiple: true },
  break: { type: 'string' },
  keep: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const KNOWN_OPTIONS = Object.keys(OPTIONS).map((name) => `--${name}`)

/**
 * Reads the command line.
 *
 * @param args arguments after the script's name
 * @param breaks the names that `--break` knows
 */
export function parseArguments(args: readonly string[], breaks: readonly string[]): Request {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false })
    if (values.help) return { kind: 'help' }
    const events = values.event ?? EVENTS
    return {
      kind: 'run',
      services: values.service ?? [],
      events: EVENTS.filter((event) => known('event', events, EVENTS).includes(event)),
      breakName: values.break === undefined ? undefined : known('break', [values.break], breaks)[0],
      keep: values.keep ?? false,
    }
  } catch (error) {
    return { kind: 'wrong', message: reason(error) }
  }
}

/**
 * Refuses names that are not known.
 *
 * @throws UnknownNameError naming the known ones
 */
export function known(what: string, asked: readonly string[], names: readonly string[]): readonly string[] {
  const unknown = asked.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new UnknownNameError(what, unknown, names)
  return asked
}

/** A name on the command line that stands for nothing. */
export class UnknownNameError extends Error {
  constructor(what: string, name: string, names: readonly string[]) {
    super(`unknown ${what} ${name}; known: ${names.join(', ')}`)
    this.name = 'UnknownNameError'
  }
}

function reason(error: unknown): string {
  const { message } = error as Error
  if (error instanceof UnknownNameError) return message
  return `${message.split('. ', 1)[0] ?? message}; known: ${KNOWN_OPTIONS.join(', ')}`
}
