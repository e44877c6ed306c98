import type { ImageName } from '../../src/domain/oci/image-name.ts'
import { inputFault, type InputProblem } from '../../src/kit/input-spec.ts'
import type { ValidateInputs } from './inputs.ts'
import { valueFor, type PerService } from './per-service.ts'

/** What is asked about one service. */
export interface Leg {
  readonly service: string
  readonly image: ImageName | undefined
  /** The name of its image in a kustomization. */
  readonly name: string
  /** The artifact that carries its digest. */
  readonly artifact: string | undefined
  /** The SHA-256 of the publishing step's evidence. */
  readonly artifactPin: string | undefined
}

/** What is asked, after inputs that contradict each other were refused. */
export interface Request {
  readonly legs: readonly Leg[]
  /** Whether each value has a line of its own, `service=value`. */
  readonly fanIn: boolean
  readonly checkRegistry: boolean
}

/**
 * Works out which services are meant, and what is asked about each.
 *
 * @throws {Fault} `input-invalid`, naming everything that does not go together
 */
export function requestOf(inputs: ValidateInputs): Request {
  const services = servicesOf(inputs)
  const fanIn = inputs.services !== undefined || inputs.digest?.kind === 'each'
  const checkRegistry = inputs.checkRegistry ?? inputs.image !== undefined
  const problems = [
    ...sourceProblems(inputs, fanIn),
    ...registryProblems(inputs, checkRegistry),
    ...(fanIn ? fanInProblems(inputs) : []),
    ...serviceProblems(inputs, services, fanIn),
  ]
  if (problems.length > 0) throw inputFault(problems)
  const legs = services.map((service) => ({
    service,
    image: valueFor(inputs.image, service),
    name: valueFor(inputs.name, service) ?? service,
    artifact: inputs.artifact?.replace('*', service),
    artifactPin: valueFor(inputs.artifactEvidenceSha256, service),
  }))
  return { legs, fanIn, checkRegistry }
}

function servicesOf({ service, services, digest }: ValidateInputs): readonly string[] {
  if (services !== undefined) return [...new Set(services.map(({ text }) => text))]
  return digest?.kind === 'each' ? [...digest.values.keys()] : [service.text]
}

function sourceProblems(inputs: ValidateInputs, fanIn: boolean): readonly InputProblem[] {
  const { artifact, artifactEvidenceSha256: pin, publishArtifact, services } = inputs
  const isPattern = artifact?.includes('*') === true
  const possible: readonly (readonly [boolean, InputProblem])[] = [
    [
      isPattern && !fanIn,
      problem('services', undefined, 'the services whose artifacts `artifact` stands for, one per line'),
    ],
    [
      artifact !== undefined && !isPattern && fanIn,
      problem('artifact', artifact, 'a name with one * for the service, since there are several services'),
    ],
    [
      pin !== undefined && artifact === undefined,
      problem('artifact', undefined, 'the artifact that `artifact-evidence-sha256` is about'),
    ],
    [
      artifact !== undefined && publishArtifact,
      problem(
        'publish-artifact',
        'true',
        'not together with artifact: one brings the digest, the other takes it away',
      ),
    ],
    [services?.length === 0, problem('services', '', 'at least one service')],
  ]
  return possible.flatMap(([holds, found]) => (holds ? [found] : []))
}

function registryProblems(inputs: ValidateInputs, checkRegistry: boolean): readonly InputProblem[] {
  const asked = [
    ...(inputs.requireIndex ? ['require-index'] : []),
    ...(inputs.platforms.length > 0 ? ['platforms'] : []),
  ]
  if (checkRegistry) {
    return inputs.image === undefined
      ? [problem('image', undefined, 'registry/repository, which check-registry needs')]
      : []
  }
  return asked.map((name) =>
    problem(
      name,
      'set',
      'no such demand without a look into the registry: give image, and not check-registry: false',
    ),
  )
}

/** What is of one service and cannot be told apart for several. */
function fanInProblems(inputs: ValidateInputs): readonly InputProblem[] {
  const alone = [
    ...(inputs.digestFile === undefined ? [] : ['digest-file']),
    ...(inputs.evidence.length === 0 ? [] : ['evidence']),
    ...(inputs.publishArtifact ? ['publish-artifact'] : []),
  ]
  return alone.map((name) =>
    problem(name, 'set', 'nothing, where there are several services: it is about one'),
  )
}

/** Of several services each has its own value, and nothing is given for others. */
function serviceProblems(
  inputs: ValidateInputs,
  services: readonly string[],
  fanIn: boolean,
): readonly InputProblem[] {
  const given: readonly (readonly [string, PerService<unknown> | undefined])[] = [
    ['digest', inputs.digest],
    ['image', inputs.image],
    ['name', inputs.name],
    ['artifact-evidence-sha256', inputs.artifactEvidenceSha256],
  ]
  return given.flatMap(([input, value]) => {
    if (value === undefined) return []
    if (value.kind === 'one') {
      return fanIn ? [problem(input, 'one value', 'a line service=value for each of several services')] : []
    }
    const strange = [...value.values.keys()].filter((service) => !services.includes(service))
    // a digest that is missing is told as what it is, with the others
    const missing = input === 'digest' ? [] : services.filter((service) => !value.values.has(service))
    return [
      ...(strange.length > 0
        ? [problem(input, `lines for ${strange.join(', ')}`, `lines for ${services.join(', ')} alone`)]
        : []),
      ...(missing.length > 0
        ? [problem(input, `no line for ${missing.join(', ')}`, 'a line for every service')]
        : []),
    ]
  })
}

function problem(input: string, seen: string | undefined, expected: string): InputProblem {
  return { input, seen, expected }
}
