import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { buildImage, PLATFORMS } from '../../sandbox/images/build-image.ts'
import { writeSoftwareBill } from '../../sandbox/images/software-bill.ts'
import type { JobIdentity } from '../../sandbox/sigstore/issuer/issuer.ts'
import { serviceFolder } from './gate-steps.ts'
import { GITOPS_JOB } from './gitops-stage-bump.ts'
import type { Publication, SigningRun } from './image-stage-publication.ts'
import type { ImageSite } from './image-stage-site.ts'
import type { Outcome } from './outcome.ts'
import type { Progress } from './progress.ts'
import { runStep, type StepPlace, type StepRun } from './run-step.ts'
import { APPLICATION_REPOSITORY } from './workflow-event.ts'

/** The job of a workflow that builds and signs the image. */
const IMAGE_JOB = 'build-sign-push'

const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1'

/** What a publication happens on. */
export interface PublicationStage extends StepPlace {
  readonly site: ImageSite
  /** Absolute path of the files of the application. */
  readonly files: string
  readonly progress: Progress
}

/** Builds the image of a service, signs and attests it twice, hands its digest on, and asks admission for it. */
export async function publish(outcome: Outcome, stage: PublicationStage): Promise<Publication> {
  const { site, progress, event } = stage
  const { workflow } = outcome
  const { service } = workflow
  const start = progress.seconds
  const unmodelled = site.sigstore.unmodelled.length
  const say = (text: string): void => {
    progress.sayOf({ event: event.name, service }, IMAGE_JOB, text)
  }
  const name = `${site.store.host}/org/${service}`
  const digest = await buildImage(
    {
      ko: site.tools.ko,
      module: join(stage.files, serviceFolder(workflow)),
      program: `./cmd/${service}`,
      repository: `org/${service}`,
      revision: event.sha,
    },
    site.store,
  )
  const image = `${name}@${digest}`
  say(`built for ${PLATFORMS.join(' and ')}, and pushed`)
  const publication = await carry({ outcome, name, digest, say }, stage)
  return {
    service,
    image,
    ...publication,
    unmodelled: site.sigstore.unmodelled.slice(unmodelled),
    seconds: progress.seconds - start,
  }
}

/** An image that was just pushed. */
interface Pushed {
  readonly outcome: Outcome
  readonly name: string
  readonly digest: string
  readonly say: (text: string) => void
}

type Carried = Pick<Publication, 'signed' | 'again' | 'published' | 'handedOn' | 'verdict'>

async function carry(pushed: Pushed, stage: PublicationStage): Promise<Carried> {
  const { name, digest, say } = pushed
  const nothing = { again: undefined, published: undefined, handedOn: undefined, verdict: undefined }
  const signed = await sign(pushed, 1, stage)
  say(`signed and attested: ${writtenText(signed)}`)
  if (signed.exitCode !== 0) return { ...nothing, signed }
  const published = await publishDigest(pushed, signed, stage)
  const again = await sign(pushed, 2, stage)
  say(`again: ${writtenText(again)}`)
  if (published.exitCode !== 0) return { ...nothing, signed, again, published }
  const handedOn = await takeDigest(pushed, published, stage)
  const verdict = await stage.site.admission.decide(`${name}@${digest}`)
  say(`admission ${verdict.admitted ? 'admits' : 'denies'} it`)
  return { signed, again, published, handedOn, verdict }
}

/** Each attempt makes its SBOM anew, as the step before it would. */
async function sign(
  { outcome, name, digest }: Pushed,
  attempt: number,
  stage: PublicationStage,
): Promise<SigningRun> {
  const { site, folder } = stage
  const { sigstore, store, trust, tools, bin } = site
  const image = `${name}@${digest}`
  const place = folder.at('images', outcome.workflow.service, `attempt-${attempt}`)
  await mkdir(place, { recursive: true })
  const bill = join(place, 'sbom.json')
  await writeSoftwareBill(bill, { syft: tools.syft, image, dockerConfig: store.dockerConfig, home: place })
  const before = [sigstore.entries.length, sigstore.certificates.length] as const
  const run = await runStep(
    {
      outcome,
      action: 'cosign-sign',
      name: `sign-${attempt}`,
      job: IMAGE_JOB,
      attempt,
      variables: {
        ...identityOf(outcome, attempt, stage).environment,
        DOCKER_CONFIG: store.dockerConfig,
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      },
      inputs: {
        images: image,
        attestations: [`spdxjson=${bill}`, await coverageLine(outcome, place)].join('\n'),
        'fulcio-url': sigstore.fulcioUrl,
        'rekor-url': sigstore.rekorUrl,
        'trusted-root': trust.trustedRoot,
      },
    },
    stage,
  )
  const written = {
    entries: sigstore.entries.length - before[0],
    certificates: sigstore.certificates.length - before[1],
  }
  return { ...run, written }
}

/** Puts the coverage proof where download-artifact would. */
async function coverageLine({ coverage }: Outcome, folder: string): Promise<string> {
  if (coverage?.proof === undefined) return ''
  const path = join(folder, 'coverage-predicate.json')
  await writeFile(path, coverage.proof.bytes)
  return `${TEST_RESULT}=${path}@sha256:${coverage.proof.sha256}`
}

/** Who the job is, as GitHub's token says it. */
function identityOf(
  { workflow, runId }: Outcome,
  attempt: number,
  { site, event }: PublicationStage,
): JobIdentity {
  return site.sigstore.issuer.admit({
    repository: APPLICATION_REPOSITORY,
    repositoryId: '1',
    repositoryOwnerId: '2',
    repositoryVisibility: 'private',
    ref: event.ref,
    refProtected: true,
    sha: event.sha,
    headRef: '',
    baseRef: '',
    eventName: event.name,
    workflow: { name: `${workflow.service}-ci`, path: workflow.path },
    runId,
    runNumber: '1',
    runAttempt: String(attempt),
    actor: 'octocat',
    actorId: '583231',
    runnerEnvironment: 'github-hosted',
    subjectForm: 'names',
  })
}

/** The job that pushed the image publishes its digest, with the evidence of its own step and of the coverage gate. */
async function publishDigest(
  { outcome, name, digest }: Pushed,
  signed: StepRun,
  stage: PublicationStage,
): Promise<StepRun> {
  const { workflow, coverage } = outcome
  const place = stage.folder.at('images', workflow.service, 'coverage-gate.json')
  if (coverage?.file) await writeFile(place, coverage.file.bytes)
  return runStep(
    {
      outcome,
      action: 'validate-digest',
      name: 'publish-digest',
      job: IMAGE_JOB,
      attempt: 1,
      variables: variablesOf(outcome, IMAGE_JOB, stage),
      inputs: {
        digest,
        image: name,
        'require-index': 'true',
        platforms: PLATFORMS.join(','),
        evidence: [
          `${signed.outputs['evidence'] ?? ''}@sha256:${signed.outputs['evidence-sha256'] ?? ''}`,
          ...(coverage?.file ? [`${place}@sha256:${coverage.file.sha256}`] : []),
        ].join('\n'),
        'publish-artifact': 'true',
      },
    },
    stage,
  )
}

/** The next job takes the artifact, and holds it against the job outputs of the first. */
function takeDigest(
  { outcome, name }: Pushed,
  published: StepRun,
  stage: PublicationStage,
): Promise<StepRun> {
  return runStep(
    {
      outcome,
      action: 'validate-digest',
      name: 'take-digest',
      job: GITOPS_JOB,
      attempt: 1,
      variables: variablesOf(outcome, GITOPS_JOB, stage),
      inputs: {
        digest: published.outputs['digest'] ?? '',
        artifact: `digest-${outcome.workflow.service}`,
        'artifact-evidence-sha256': published.outputs['evidence-sha256'] ?? '',
        image: name,
      },
    },
    stage,
  )
}

function variablesOf(
  { workflow, runId }: Outcome,
  job: string,
  { site }: PublicationStage,
): Readonly<Record<string, string>> {
  return {
    ...site.artifacts.environment({ runId, jobId: `${job}-${workflow.service}` }),
    DOCKER_CONFIG: site.store.dockerConfig,
  }
}

/** `5 log entries, 5 certificates`, or that it failed. */
function writtenText({ exitCode, written: { entries, certificates } }: SigningRun): string {
  return exitCode === 0
    ? `${entries} log entries, ${certificates} certificates`
    : `exit code ${exitCode ?? 'none'}`
}
