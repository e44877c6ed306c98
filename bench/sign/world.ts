import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { buildxImage, type BuildxImage } from '../../sandbox/registry/buildx-image.ts'
import { startDistribution, type Distribution } from '../../sandbox/registry/distribution.ts'
import { pushImage } from '../../sandbox/registry/push-image.ts'
import type { JobIdentity } from '../../sandbox/sigstore/issuer/issuer.ts'
import { startSigstore, type SigstoreStandIn } from '../../sandbox/sigstore/service.ts'
import type { TrustFiles } from '../../sandbox/sigstore/trust/trust-files.ts'

export const SERVICE = 'orders'
const REPOSITORY = `org/${SERVICE}`
export const SHA = '0c'.repeat(20)
export const RUN_ID = '4242'

/** The real registry, the stand-in for sigstore, and a job that may sign. Paths are absolute. */
export interface SignWorld extends AsyncDisposable {
  readonly registry: Distribution
  readonly sigstore: SigstoreStandIn
  readonly trust: TrustFiles
  readonly job: JobIdentity
  /** Registry and repository. */
  readonly name: string
  readonly dockerConfig: string
  readonly sbom: string
  readonly proof: string
  /** Pushes an image that nobody has signed: two platforms, with an attestation manifest each. */
  push(): Promise<BuildxImage>
  /** Entries of the log and certificates so far. */
  writes(): Writes
}

interface Writes {
  readonly entries: number
  readonly certificates: number
}

export async function startSignWorld(folder: string): Promise<SignWorld> {
  const registry = await startDistribution()
  const sigstore = await startSigstore()
  const dockerConfig = join(folder, 'docker')
  await mkdir(dockerConfig, { recursive: true })
  const auth = registry.authorization.replace('Basic ', '')
  await writeFile(join(dockerConfig, 'config.json'), JSON.stringify({ auths: { [registry.host]: { auth } } }))
  const [sbom, proof] = [join(folder, 'sbom.json'), join(folder, 'proof.json')]
  await writeFile(sbom, JSON.stringify(softwareBill()))
  await writeFile(proof, JSON.stringify(coverageProof()))
  let images = 0
  return {
    registry,
    sigstore,
    trust: await sigstore.writeTrustFiles(join(folder, 'trust')),
    job: sigstore.issuer.admit(SIGNING_JOB),
    name: `${registry.host}/${REPOSITORY}`,
    dockerConfig,
    sbom,
    proof,
    push: async () => {
      images += 1
      const image = buildxImage({ seed: `bench ${images}` })
      await pushImage({ ...registry, repository: REPOSITORY }, image)
      return image
    },
    writes: () => ({ entries: sigstore.entries.length, certificates: sigstore.certificates.length }),
    [Symbol.asyncDispose]: async () => {
      await sigstore.close()
      await registry.close()
    },
  }
}

const SIGNING_JOB = {
  repository: 'org/bookstore',
  repositoryId: '1',
  repositoryOwnerId: '2',
  repositoryVisibility: 'private',
  ref: 'refs/heads/main',
  refProtected: true,
  sha: SHA,
  headRef: '',
  baseRef: '',
  eventName: 'push',
  workflow: { name: `${SERVICE}-ci`, path: `.github/workflows/${SERVICE}.yml` },
  runId: RUN_ID,
  runNumber: '1',
  runAttempt: '1',
  actor: 'octocat',
  actorId: '583231',
  runnerEnvironment: 'github-hosted',
  subjectForm: 'names',
} as const

/** As many packages as a small Go service has. */
function softwareBill(): object {
  const packages = Array.from({ length: 40 }, (_, index) => ({
    SPDXID: `SPDXRef-${index}`,
    name: `example.com/module-${index}`,
    versionInfo: 'v1.2.3',
  }))
  return { spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', name: SERVICE, packages }
}

function coverageProof(): object {
  return {
    result: 'PASSED',
    configuration: [{ name: 'coverage.out', digest: { sha256: '0a'.repeat(32) } }],
    coverage: { covered: 1600, total: 2000, threshold: '80', service: SERVICE, sha: SHA, runId: RUN_ID },
  }
}
