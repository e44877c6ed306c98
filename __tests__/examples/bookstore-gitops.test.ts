import { join } from 'node:path'

import { beforeAll, describe, expect, it } from '@jest/globals'
import { parseAllDocuments } from 'yaml'

import { kustomizeBuild } from '../../scripts/pipeline/kustomize-build.ts'
import { discoverWorkflows } from '../../scripts/pipeline/workflow-file.ts'
import { provideTools } from '../../scripts/toolchain/provide.ts'

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples')
/** kustomize is built on a machine that does not have it. */
const BUILD_MILLISECONDS = 600_000

/** A manifest, as far as these tests read it. */
interface Manifest {
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace: string }
  readonly spec: Readonly<Record<string, unknown>>
}

interface Pod {
  readonly securityContext: unknown
  readonly containers: readonly Readonly<Record<string, unknown>>[]
}

let manifests: readonly Manifest[]
let services: readonly string[]

beforeAll(async () => {
  const { kustomize } = await provideTools(['kustomize'])
  const built = await kustomizeBuild(
    kustomize.path,
    join(EXAMPLES, 'bookstore-gitops/kustomize/overlays/dev'),
  )
  manifests = parseAllDocuments(built).map((document) => document.toJS() as Manifest)
  services = [...(await discoverWorkflows(join(EXAMPLES, 'bookstore'))).keys()]
}, BUILD_MILLISECONDS)

function named(kind: string): readonly string[] {
  return manifests.filter((manifest) => manifest.kind === kind).map(({ metadata }) => metadata.name)
}

function podOf(service: string): Pod {
  const manifest = manifests.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === service)
  const { template } = manifest?.spec as { template: { spec: Pod } }
  return template.spec
}

describe('the overlay dev of examples/bookstore-gitops', () => {
  it('deploys every service of examples/bookstore, in one namespace', () => {
    expect(services.length).toBeGreaterThan(0)
    expect(named('Deployment')).toEqual(services)
    expect(named('Service')).toEqual(['catalog', 'orders'])
    expect(new Set(manifests.map(({ metadata }) => metadata.namespace))).toEqual(new Set(['bookstore-dev']))
  })

  it('says which image each name of a base stands for', () => {
    const images = services.map((service) => podOf(service).containers.map(({ image }) => image))
    expect(images).toEqual(services.map((service) => [`ghcr.io/org/${service}:latest-main`]))
  })

  it('gives no pod more than it needs', () => {
    for (const { securityContext, containers } of services.map(podOf)) {
      expect(securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      })
      expect(containers).toEqual([
        expect.objectContaining({
          readinessProbe: expect.objectContaining({ httpGet: { path: '/healthz', port: 'http' } }) as object,
          livenessProbe: expect.objectContaining({ httpGet: { path: '/healthz', port: 'http' } }) as object,
          resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
        }),
      ])
    }
  })
})
