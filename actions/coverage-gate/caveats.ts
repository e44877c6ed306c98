import { folderOf } from '../../src/domain/coverage/out-of-scope.ts'
import { GIT_HINT } from './check-commit.ts'
import type { Measured } from './measure.ts'

/** How many names stand in a sentence. */
const NAMES = 5

/** What the number does not say, though it looks as if it did; each with its cure. */
export function caveatsOf(measured: Measured): readonly string[] {
  return [...outOfScopeCaveat(measured), ...uncheckedCaveat(measured)]
}

function outOfScopeCaveat({ outOfScope }: Measured): readonly string[] {
  if (outOfScope.length === 0) return []
  const packages = new Set(outOfScope.map(folderOf)).size
  const more = outOfScope.length > NAMES ? ` and ${outOfScope.length - NAMES} more` : ''
  return [
    `${counted(packages, 'package')} with ${counted(outOfScope.length, 'file')} in no profile, which the number does not count: ` +
      `${outOfScope.slice(0, NAMES).join(', ')}${more}. Give -coverpkg all packages (./...), or name the files in \`exclude\`.`,
  ]
}

function uncheckedCaveat({ checks }: Measured): readonly string[] {
  const unchecked = checks.filter(({ result }) => result === 'not checked')
  if (unchecked.length === 0) return []
  const names = unchecked.map(({ name, detail }) => `${name} (${detail})`).join(', ')
  const hints = [
    ...(unchecked.some(({ detail }) => !isOfGit(detail))
      ? [
          'Check the repository out with git before this step, and set `working-directory` to the folder of the sources.',
        ]
      : []),
    ...(unchecked.some(({ detail }) => isOfGit(detail)) ? [GIT_HINT] : []),
  ]
  return [`The profile was not checked for ${names}. ${hints.join(' ')}`]
}

function isOfGit(detail: string): boolean {
  return detail.startsWith('git')
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
