import { describe, expect, it } from '@jest/globals'
import { buildxImage, manifestOf, descriptorOf } from '../../../sandbox/registry/buildx-image.ts'
import { OCI_INDEX, OCI_MANIFEST } from '../../../sandbox/registry/media-types.ts'
import { HANDED_ON, IMAGE, REPOSITORY, runValidate } from './machine.ts'

describe('an index in the registry', () => {
  it.each([
    ['linux/arm64', ['linux/amd64', 'linux/amd64'], 'the index says linux/arm64, and its config'],
    ['linux/arm/v7', ['linux/arm/v7', 'linux/arm/v6'], 'the index says linux/arm/v7, and its config'],
    ['linux/arm/v7', ['linux/arm/v7', 'linux/arm'], undefined],
    ['linux/arm', ['linux/arm', 'linux/arm/v7'], undefined],
    ['linux/arm64/v8', ['linux/arm64/v8', 'linux/arm64'], undefined],
  ])(
    'holds an index that says %s of a manifest whose config can say something else: %j',
    async (told, [first = '', second = ''], said) => {
      const images = [first, second].map((platform) => buildxImage({ seed: 'tag', platforms: [platform] }))
      const child = images[1]?.manifests[0]
      if (child === undefined) throw new Error('no manifest')
      const [os, architecture, variant] = told.split('/')
      const entry = {
        ...descriptorOf(OCI_MANIFEST, child.bytes),
        platform: { os, architecture, ...(variant !== undefined && { variant }) },
      }
      const index = manifestOf(OCI_INDEX, { manifests: [entry] })
      const run = await runValidate({
        inputs: { digest: index.digest, image: REPOSITORY },
        registry: {
          [REPOSITORY]: {
            blobs: images.flatMap(({ blobs }) => blobs),
            manifests: [...images.flatMap(({ manifests }) => manifests), index],
          },
        },
      })
      if (said === undefined) {
        expect(run.outputs['platforms']).toBe(told.replace('/v8', ''))
        return
      }
      expect(run.said[0]).toContain(
        `${REPOSITORY}@${child.digest}: ${said} ${images[1]?.platforms[0]?.config ?? ''} says ${second}.`,
      )
      expect(run.evidence).toMatchObject({ outcome: 'fail', class: 'policy' })
      for (const output of HANDED_ON) expect(run.outputs).not.toHaveProperty(output)
    },
  )

  it('holds an index that names 200 manifests at the most, and is asked for each digest once', async () => {
    const [child] = IMAGE.manifests
    if (child === undefined) throw new Error('no manifest')
    const times = (count: number): ReturnType<typeof manifestOf> =>
      manifestOf(OCI_INDEX, { manifests: Array(count).fill(descriptorOf(OCI_MANIFEST, child.bytes)) })
    // 1 index and 199 images, or 200 images
    const inner = [times(199), times(200)]
    const outer = inner.map(({ bytes }) =>
      manifestOf(OCI_INDEX, { manifests: [descriptorOf(OCI_INDEX, bytes)] }),
    )
    const run = (digest: string | undefined): ReturnType<typeof runValidate> =>
      runValidate({
        inputs: { digest: digest ?? '', image: REPOSITORY },
        registry: { [REPOSITORY]: { ...IMAGE, manifests: [...IMAGE.manifests, ...inner, ...outer] } },
      })
    const most = await run(outer[0]?.digest)
    expect(most.failed).toBe(false)
    expect(most.asked).toHaveLength(4)
    const tooMany = await run(outer[1]?.digest)
    expect(tooMany.said[0]).toContain(
      `${REPOSITORY}@${outer[1]?.digest ?? ''}: it names more than 200 manifests, with those that its indexes name.`,
    )
  })

  it('holds an index that says another size', async () => {
    const [child] = IMAGE.manifests
    if (child === undefined) throw new Error('no manifest')
    const index = manifestOf(OCI_INDEX, {
      manifests: [
        {
          ...descriptorOf(OCI_MANIFEST, child.bytes),
          size: 7,
          platform: { os: 'linux', architecture: 'amd64' },
        },
      ],
    })
    const run = await runValidate({
      inputs: { digest: index.digest, image: REPOSITORY },
      registry: { [REPOSITORY]: { ...IMAGE, manifests: [...IMAGE.manifests, index] } },
    })
    expect(run.said[0]).toContain(`it has ${child.bytes.length} bytes, and the index says 7`)
  })

  it('holds an index of indexes, up to a depth', async () => {
    const nested = [IMAGE.index]
    for (let depth = 0; depth < 3; depth++) {
      const inner = nested.at(-1) ?? IMAGE.index
      nested.push(manifestOf(OCI_INDEX, { manifests: [descriptorOf(OCI_INDEX, inner.bytes)] }))
    }
    const registry = { [REPOSITORY]: { ...IMAGE, manifests: [...IMAGE.manifests, ...nested] } }
    const run = (digest: string | undefined): ReturnType<typeof runValidate> =>
      runValidate({ inputs: { digest: digest ?? '', image: REPOSITORY }, registry })
    expect((await run(nested[2]?.digest)).outputs['platforms']).toBe('linux/amd64,linux/arm64')
    expect((await run(nested[3]?.digest)).said[0]).toContain('3 deep')
  })

  it('holds two manifests for one platform, of which one is never run', async () => {
    const twice = buildxImage({ seed: 'twice', platforms: ['linux/arm64', 'linux/arm64/v8', 'linux/amd64'] })
    const run = await runValidate({
      inputs: { digest: twice.index.digest, image: REPOSITORY },
      registry: { [REPOSITORY]: twice },
    })
    expect(run.failed).toBe(false)
    expect(run.said).toEqual([
      'warning: orders: the index has more than one manifest for linux/arm64; clients take the first.',
    ])
  })
})
