import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { openAdmission, type Admission } from '../../sandbox/admission/admission.ts'
import type { ArtifactService } from '../../sandbox/artifacts/service.ts'
import type { ImageStore } from '../../sandbox/images/build-image.ts'
import { startDistribution } from '../../sandbox/registry/distribution.ts'
import { startSigstore, type SigstoreStandIn } from '../../sandbox/sigstore/service.ts'
import type { TrustFiles } from '../../sandbox/sigstore/trust/trust-files.ts'
import type { RunFolder } from './run-folder.ts'

/** The registry of the examples. The one of the sandbox takes its place in the files that name it. */
const REGISTRY = 'ghcr.io'

/** Absolute paths of the executables of this stage. */
export interface ImageTools {
  readonly ko: string
  readonly syft: string
  readonly cosign: string
}

/** Where images are pushed to, signed and judged. */
export interface ImageSite extends AsyncDisposable {
  readonly store: ImageStore
  readonly sigstore: SigstoreStandIn
  readonly trust: TrustFiles
  readonly artifacts: ArtifactService
  readonly admission: Admission
  readonly tools: ImageTools
  /** The folder in which cosign is found by its name. */
  readonly bin: string
}

/** What the site is made of. */
export interface SiteOptions {
  readonly folder: RunFolder
  readonly tools: ImageTools
  readonly artifacts: ArtifactService
  /** Absolute path of the files of the GitOps repository, which are told of the registry. */
  readonly gitops: string
  readonly onProgress: (line: string) => void
}

/** Starts the real registry and the stand-in for sigstore, and opens an admission by the policies of the GitOps repository. */
export async function openImageSite(options: SiteOptions): Promise<ImageSite> {
  const { folder, tools, artifacts, gitops, onProgress } = options
  const registry = await startDistribution(onProgress)
  const sigstore = await startSigstore()
  const dockerConfig = folder.at('docker')
  await mkdir(dockerConfig)
  const auth = registry.authorization.replace('Basic ', '')
  await writeFile(join(dockerConfig, 'config.json'), JSON.stringify({ auths: { [registry.host]: { auth } } }))
  const bin = folder.at('cosign')
  await mkdir(bin)
  await symlink(tools.cosign, join(bin, 'cosign'))
  await nameRegistry(gitops, registry.host)
  const policies = (await readdir(join(gitops, 'policies')))
    .sort()
    .map((name) => join(gitops, 'policies', name))
  const admission = await openAdmission({ policies, instance: sigstore.instance, dockerConfig, onProgress })
  return {
    store: { ...registry, dockerConfig },
    sigstore,
    trust: await sigstore.writeTrustFiles(folder.at('trust')),
    artifacts,
    admission,
    tools,
    bin,
    [Symbol.asyncDispose]: async () => {
      await admission.close()
      await sigstore.close()
      await registry.close()
    },
  }
}

/** Writes another registry into every file of a folder that names the one of the examples. */
async function nameRegistry(folder: string, host: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  for (const entry of entries.filter((each) => each.isFile() && each.name.endsWith('.yaml'))) {
    const path = join(entry.parentPath, entry.name)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replaceAll(`${REGISTRY}/`, `${host}/`))
  }
}
