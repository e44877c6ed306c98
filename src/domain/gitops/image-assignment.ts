import type { Digest } from '../oci/digest.ts'
import { IMAGE_REFERENCE_FORM, ImageReference } from '../oci/image-reference.ts'
import type { SourceCommit } from './source-commit.ts'

/** What `kustomize edit set image name=newName@digest` is told. */
export interface ImageAssignment {
  /** The image as the manifests name it: the `name` of an entry under `images`. */
  readonly name: string
  /** Registry and repository that take its place. */
  readonly newName: string
  readonly digest: Digest
}

/** What one image of an overlay becomes. */
export interface ImageUpdate extends ImageAssignment {
  /** The commit it was built from; undefined when that is not known, which removes the record of another digest. */
  readonly source: SourceCommit | undefined
}

const SEGMENT = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?'
/** An image without tag and digest. kustomize takes it for a regular expression; only the dot means anything there. */
export const IMAGE_NAME = new RegExp(`^${SEGMENT}(?::[0-9]{1,5}(?=/))?(?:/${SEGMENT})*$`)
const LONGEST_SHOWN = 120

/**
 * Reads the lines of the input `images`. Blank lines are passed over; everything that is wrong is said at once.
 *
 * @example parseImageAssignments('orders=ghcr.io/org/orders@sha256:…')[0].newName === 'ghcr.io/org/orders'
 * @throws {RangeError} with the accepted form and every faulty line
 */
export function parseImageAssignments(text: string): readonly ImageAssignment[] {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '')
  const read = lines.map((line) => ({ ...line, ...parseLine(line.text) }))
  const problems = read.flatMap(({ number, text: shown, problem, name }, index) => {
    const twice = name !== undefined && read.findIndex((other) => other.name === name) < index
    const all = [...(problem === undefined ? [] : [problem]), ...(twice ? [`${name} is named twice`] : [])]
    return all.map((what) => `line ${number}, ${JSON.stringify(shorten(shown))}: ${what}`)
  })
  if (lines.length === 0) problems.push('there is no line')
  if (problems.length > 0) {
    throw new RangeError(`one line per image, name=${IMAGE_REFERENCE_FORM}; ${problems.join('; ')}`)
  }
  return read.flatMap(({ assignment }) => assignment ?? [])
}

interface ReadLine {
  readonly name?: string
  readonly assignment?: ImageAssignment
  readonly problem?: string
}

function parseLine(line: string): ReadLine {
  const equals = line.indexOf('=')
  if (equals < 0) return { problem: 'there is no "=" behind a name' }
  const name = line.slice(0, equals)
  if (!IMAGE_NAME.test(name))
    return { problem: 'the name before "=" is not that of an image without tag and digest' }
  try {
    const reference = ImageReference.parse(line.slice(equals + 1))
    return { name, assignment: { name, newName: reference.name, digest: reference.digest } }
  } catch {
    return { name, problem: 'behind "=" is not registry/repository@digest' }
  }
}

function shorten(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`
}
