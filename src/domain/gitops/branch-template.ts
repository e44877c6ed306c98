import { gitopsFault } from './faults.ts'
import { isBranchName } from './git-ref.ts'

/** What stands in the place of `{overlay}`, `{service}` and `{sha}`. */
export interface BranchValues {
  /** The last segment of the overlay's path. */
  readonly overlay: string
  readonly service: string
  /** The commit the image was built from, 40 hex digits. */
  readonly sha: string
}

const PLACEHOLDER = /\{(overlay|service|sha)\}/g
const SAMPLE: BranchValues = { overlay: 'dev', service: 'orders', sha: '0'.repeat(40) }
const FORM =
  'a branch name with the placeholders {overlay}, {service} and {sha}, such as bump/{overlay}/{service}'
/** `refs/heads/` and the name have at most 255 bytes on GitHub. */
const LONGEST_NAME = 244

/**
 * The name of the branch a bump is proposed on. Without `{sha}` there is one branch, so one pull request, per overlay and
 * service; with it there is one per commit, and older ones are superseded.
 *
 * @example BranchTemplate.parse('bump/{overlay}/{service}').branch({ overlay: 'dev', service: 'orders', sha }, 'main') === 'bump/dev/orders'
 */
export class BranchTemplate {
  readonly text: string

  private constructor(text: string) {
    this.text = text
  }

  /** @throws {RangeError} with the accepted form: for an unknown placeholder, or a text around them that git refuses. */
  static parse(text: string): BranchTemplate {
    if (/[{}]/.test(text.replace(PLACEHOLDER, '')) || problemOf(fill(text, SAMPLE)) !== undefined) {
      throw new RangeError(FORM)
    }
    return new BranchTemplate(text)
  }

  /** Whether every commit has a branch of its own. */
  get namesCommit(): boolean {
    return this.text.includes('{sha}')
  }

  /**
   * Whether a branch is one of this template, for these values and any commit.
   *
   * @example BranchTemplate.parse('bump/{service}-{sha}').isOf(`bump/orders-${otherSha}`, values)
   */
  isOf(branch: string, values: BranchValues): boolean {
    const parts = fill(this.text, { ...values, sha: '\0' }).split('\0')
    const source = parts.map((part) => part.replace(/\W/g, '\\$&')).join('[0-9a-f]{40}')
    return new RegExp(`^${source}$`).test(branch)
  }

  /**
   * @param base the branch that the pull request goes to
   * @throws {Fault} `branch-refused` when the values make a name that git or GitHub refuses, or the base's own
   */
  branch(values: BranchValues, base: string): string {
    const name = fill(this.text, values)
    const problem = name === base ? 'is the base branch itself' : problemOf(name)
    if (problem === undefined) return name
    throw gitopsFault('branch-refused', {
      subject: 'input "branch"',
      detail: `${JSON.stringify(this.text)} gives ${JSON.stringify(name)}, which ${problem}`,
    })
  }

  toString(): string {
    return this.text
  }
}

function fill(template: string, values: BranchValues): string {
  return template.replace(PLACEHOLDER, (_, name: keyof BranchValues) => values[name])
}

/**
 * GitHub refuses some names that git takes: 40 hex digits, and `refs/` at the beginning.
 *
 * @returns the end of a sentence; undefined for a good name
 */
function problemOf(name: string): string | undefined {
  if (!isBranchName(name)) return 'git does not take as the name of a branch'
  if (/^[0-9a-f]{40}$/i.test(name)) return 'reads as a commit, so GitHub refuses it'
  if (name.startsWith('refs/')) return 'begins with refs/, so GitHub refuses it'
  if (new TextEncoder().encode(name).length > LONGEST_NAME) return `has more than ${LONGEST_NAME} bytes`
  return undefined
}
