/** What the command line asks for. No names mean every tool. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'list' | 'provide'; readonly names: readonly string[] }
  | { readonly kind: 'wrong'; readonly message: string }

/**
 * Reads the command line.
 *
 * @param args arguments after the script's name
 */
export function parseArguments(args: readonly string[]): Request {
  const flags = args.filter((arg) => arg.startsWith('-'))
  const names = args.filter((arg) => !arg.startsWith('-'))
  if (flags.includes('--help')) return { kind: 'help' }
  const wrong = flags.find((flag) => flag !== '--list')
  if (wrong !== undefined) return { kind: 'wrong', message: `unknown option ${wrong}; see --help` }
  return { kind: flags.length > 0 ? 'list' : 'provide', names }
}
