import { parseArguments } from './arguments.ts'
import { cacheRoot } from './cache-key.ts'
import { discoverTools } from './discover.ts'
import { type Host, thisHost } from './host.ts'
import { formatListing } from './listing.ts'
import { type Located, locateTool } from './locate.ts'
import { TOOLS_FOLDER } from './provide.ts'
import { provideTool, ToolUnavailableError } from './provide-tool.ts'
import { selectTools, UnknownToolError } from './select.ts'
import type { Supplier } from './supplier.ts'

/** Where the command writes, and what it works on; by default this repository and this machine. */
export interface Console {
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
  /** Absolute path of the folder that pins the tools. */
  readonly toolsFolder?: string
  readonly host?: Host
}

const HELP = `Usage: npm run toolchain -- [--list] [tool ...]

Provides the tools that tools/<name> pins, all of them or the named ones: from PATH, else from the cache, else
built from the pin.

  --list   say where each tool comes from, build nothing
  --help   print this text

The cache is $XDG_CACHE_HOME/bookstore-actions/tools (~/.cache/bookstore-actions/tools), or
$BOOKSTORE_ACTIONS_CACHE/tools. It may be deleted at any time.`

async function locateAll(suppliers: readonly Supplier[], root: string): Promise<Located[]> {
  const located: Located[] = []
  for (const supplier of suppliers) located.push(await locateTool(supplier, root))
  return located
}

/** Provides one tool after the other; one that cannot be had does not keep the others back. */
async function provideAll(
  suppliers: readonly Supplier[],
  root: string,
  console: Console,
): Promise<Located[]> {
  const provided: Located[] = []
  for (const supplier of suppliers) {
    try {
      provided.push({ state: 'found', tool: await provideTool(supplier, root, console.print) })
    } catch (error) {
      if (!(error instanceof ToolUnavailableError)) throw error
      console.complain(error.message)
    }
  }
  return provided
}

/**
 * Runs the `toolchain` command.
 *
 * @param args arguments after the script's name
 * @returns the exit code: 0, 1 when a tool cannot be had, 2 when the command line is wrong
 */
export async function runToolchain(args: readonly string[], console: Console): Promise<number> {
  const { print, complain, toolsFolder = TOOLS_FOLDER, host = thisHost() } = console
  const request = parseArguments(args)
  if (request.kind === 'help') {
    print(HELP)
    return 0
  }
  if (request.kind === 'wrong') {
    complain(request.message)
    return 2
  }
  const known = await discoverTools(toolsFolder, host)
  try {
    const asked = selectTools(known, request.names.length > 0 ? request.names : [...known.keys()])
    const root = cacheRoot(host.env, host.home)
    const found =
      request.kind === 'list' ? await locateAll(asked, root) : await provideAll(asked, root, console)
    formatListing(found, host.home).forEach(print)
    return found.length === asked.length ? 0 : 1
  } catch (error) {
    if (!(error instanceof UnknownToolError)) throw error
    complain(error.message)
    return 2
  }
}
