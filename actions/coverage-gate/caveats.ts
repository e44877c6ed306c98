import { coverageFault } from '../../src/domain/coverage/faults.ts'
import { folderOf } from '../../src/domain/coverage/out-of-scope.ts'
import { GIT_HINT } from './check-commit.ts'
import type { Measured } from './measure.ts'

/** How many names stand in a sentence. */
const NAMES = 5

/** What the number does not say, though it looks as if it did; each with its cure. */
export function caveatsOf(measured: Measured): readonly string[] {
  return [...outOfScopeCaveat(measured), ...unreadableCaveat(measured), ...uncheckedCaveat(measured)]
}

function outOfScopeCaveat({ outOfScope }: Measured): readonly string[] {
  if (outOfScope.length === 0) return []
  return [`${uncounted(outOfScope)}. Give -coverpkg all packages (./...), or name the files in \`exclude\`.`]
}

/** `1 package with 2 files in no profile, which the number does not count: a/a.go, a/b.go` */
function uncounted(outOfScope: readonly string[]): string {
  const packages = new Set(outOfScope.map(folderOf)).size
  return `${counted(packages, 'package')} with ${counted(outOfScope.length, 'file')} in no profile, which the number does not count: ${named(outOfScope)}`
}

function named(names: readonly string[]): string {
  const more = names.length > NAMES ? ` and ${names.length - NAMES} more` : ''
  return `${names.slice(0, NAMES).join(', ')}${more}`
}

/**
 * Refuses a number that leaves packages out, for a policy that needs every one of them.
 *
 * @throws {Fault} `package-unmeasured`
 */
export function refuseOutOfScope({ outOfScope, read }: Measured): void {
  if (outOfScope.length === 0) return
  throw coverageFault('package-unmeasured', {
    subject: read.map(({ path }) => path).join(', '),
    detail: uncounted(outOfScope),
  })
}

function unreadableCaveat({ unreadable }: Measured): readonly string[] {
  if (unreadable.length === 0) return []
  return [
    `${counted(unreadable.length, 'folder')} that cannot be read, so that sources in no profile would not be noticed there: ` +
      `${named(unreadable)}. Let the user of the runner read them, or name what is in them in \`exclude\`, such as folder/**.`,
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
