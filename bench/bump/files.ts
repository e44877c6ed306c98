import type { InitialFiles } from '../../sandbox/github/git/create-store.ts'
import { randomNumbers } from '../random.ts'

export const OVERLAY = 'kustomize/overlays/dev'

/** What a kustomization says of the image before the bump. */
export interface Deployed {
  readonly digest: string
  /** The commit that is recorded beside it. */
  readonly sha: string
}

export function kustomization({ digest, sha }: Deployed): string {
  return `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../base
images:
  - name: orders
    newName: ghcr.io/org/orders
    digest: ${digest} # refs/heads/main ${sha}
`
}

const BYTES_PER_FILE = 2000
const FILES_PER_FOLDER = 40

/**
 * The files of a GitOps repository: one overlay, and manifests of 2 kB.
 *
 * @param count of all files
 * @param seed the same seed gives the same bytes
 */
export function gitopsFiles(count: number, overlay: string, seed: number): InitialFiles {
  const random = randomNumbers(seed)
  const manifests = Array.from({ length: count - 1 }, (_, index) => {
    const folder = `apps/team-${Math.floor(index / FILES_PER_FOLDER)}`
    return [`${folder}/settings-${index}.yaml`, manifest(index, random)] as const
  })
  return { [`${OVERLAY}/kustomization.yaml`]: overlay, ...Object.fromEntries(manifests) }
}

function manifest(index: number, random: () => number): string {
  let text = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings-${index}\ndata:\n`
  for (let key = 0; text.length < BYTES_PER_FILE; key += 1)
    text += `  KEY_${key}: '${Math.floor(random() * 2 ** 32).toString(16)}'\n`
  return text
}
