import { sep } from 'node:path'
import type { Located } from './locate.ts'

/** @returns a path as a reader writes it, `~` for the home folder */
function abbreviate(path: string, home: string): string {
  return path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path
}

function origin(located: Located, home: string): string {
  switch (located.state) {
    case 'found':
      return `${located.tool.origin.padEnd('built'.length)}  ${abbreviate(located.tool.path, home)}`
    case 'buildable':
      return `not built yet (npm run toolchain -- ${located.name})`
    case 'unavailable':
      return `cannot be had: ${located.why}; ${located.remedy}`
  }
}

/**
 * Writes a list of tools, one line per tool: name, version, where it comes from.
 *
 * @param home absolute path of the home folder, which is abbreviated
 */
export function formatListing(located: readonly Located[], home: string): string[] {
  const rows = located.map((one) => ({
    ...(one.state === 'found' ? one.tool : one),
    from: origin(one, home),
  }))
  const width = (texts: string[]): number => Math.max(0, ...texts.map((text) => text.length))
  const nameWidth = width(rows.map(({ name }) => name))
  const versionWidth = width(rows.map(({ version }) => version))
  return rows.map(
    ({ name, version, from }) => `${name.padEnd(nameWidth)}  ${version.padEnd(versionWidth)}  ${from}`,
  )
}
