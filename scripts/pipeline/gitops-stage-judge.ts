import { Kind, OperationTypeNode, parse } from 'graphql'

import type { LoggedRequest } from '../../sandbox/github/request-log.ts'
import type { BumpRun, Builds, Delivery, DeliveredPull } from './gitops-stage-delivery.ts'
import { count } from './report.ts'
import { errorIn } from './run-step.ts'

/** What a new pull request may cost, whatever the size of the repository. */
const MOST_REQUESTS = 7

/** What a run that finds everything done may cost. */
const MOST_REQUESTS_AGAIN = 1

/**
 * Tells what is not as it must be in a delivery.
 *
 * @returns empty when the pull request was opened, was left alone by a second run, was merged, and changed one image and nothing else
 */
export function judgeDelivery({ image, coverage, first, opened, unmodelled }: Delivery): string[] {
  return [
    ...runProblems('the first run', first, 'created', MOST_REQUESTS),
    ...(opened === undefined
      ? ['there is no pull request']
      : [
          ...runProblems('the second run', opened.second, 'unchanged', MOST_REQUESTS_AGAIN),
          ...writesOf(opened.second).map((request) => `the second run wrote: ${nameOf(request)}`),
          ...pullProblems(opened.pull, image, coverage),
          ...buildProblems(opened.builds, image),
        ]),
    ...unmodelled.map((request) => `the stand-in for GitHub does not know ${request}`),
  ]
}

function runProblems(
  name: string,
  { exitCode, outputs, output, requests }: BumpRun,
  result: string,
  most: number,
): string[] {
  if (exitCode !== 0) return [`${name} ended with exit code ${exitCode ?? 'none'}: ${errorIn(output)}`]
  const { result: actual = 'not given' } = outputs
  return [
    ...(actual === result ? [] : [`the result of ${name} is ${actual}, not ${result}`]),
    ...(requests.length > most
      ? [`${name} made ${count(requests.length, 'request')}, more than ${most}`]
      : []),
  ]
}

/** @returns the requests of a run that may change something on GitHub */
export function writesOf({ requests }: BumpRun): LoggedRequest[] {
  return requests.filter(({ method, operation, body }) =>
    operation?.startsWith('graphql/') === true ? !isQuery(body) : method !== 'GET',
  )
}

function isQuery(body: unknown): boolean {
  const { query } = body as { readonly query: string }
  return parse(query).definitions.every(
    (definition) =>
      definition.kind !== Kind.OPERATION_DEFINITION || definition.operation === OperationTypeNode.QUERY,
  )
}

function nameOf({ method, path, operation }: LoggedRequest): string {
  return operation ?? `${method} ${path}`
}

function pullProblems({ number, body, merged }: DeliveredPull, image: string, coverage: string): string[] {
  const digest = image.slice(image.indexOf('@') + 1)
  const shown = body.replace(/\\([!-/:-@[-`{-~])/g, '$1')
  return [
    ...(merged ? [] : [`pull request #${number} is not merged`]),
    ...(shown.includes(digest) ? [] : [`pull request #${number} does not show ${digest}`]),
    ...(shown.includes(`| Coverage | ${coverage}`)
      ? []
      : [`pull request #${number} does not show the coverage, ${coverage}`]),
  ]
}

/** Two builds must differ in the versions of one image, and in nothing else. */
function buildProblems({ before, after }: Builds, image: string): string[] {
  const [was, is] = [before.split('\n'), after.split('\n')]
  if (was.length !== is.length)
    return [`the merge changes the build from ${was.length} to ${is.length} lines`]
  const changed = is.flatMap((line, index) =>
    line === was[index] ? [] : [{ from: was[index] ?? '', to: line }],
  )
  if (changed.length === 0) return ['the merge does not change the build']
  return changed
    .filter(({ from, to }) => to !== deploying(from, image))
    .map(({ from, to }) => `the merge changes "${from.trim()}" of the build to "${to.trim()}"`)
}

/** A line of a build with the image in the place of another version of it; undefined where the line is about something else. */
function deploying(line: string, image: string): string | undefined {
  const [, field, reference] = IMAGE_LINE.exec(line) ?? []
  if (field === undefined || reference === undefined || nameIn(reference) !== nameIn(image)) return undefined
  return `${field}${image}`
}

/** @returns the tags and digests that a build deploys of an image, whatever its own are */
export function deployedVersions(build: string, image: string): string[] {
  const references = build.split('\n').map((line) => IMAGE_LINE.exec(line)?.[2] ?? '')
  return references
    .filter((reference) => nameIn(reference) === nameIn(image))
    .map((reference) => reference.slice(nameIn(image).length + 1))
}

const IMAGE_LINE = /^(\s+(?:- )?image: )(\S+)$/

/** `ghcr.io/org/orders` of `ghcr.io/org/orders@sha256:…` and of `ghcr.io/org/orders:v1`. */
function nameIn(reference: string): string {
  return reference.replace(/@.*$/, '').replace(/:[^/]*$/, '')
}
