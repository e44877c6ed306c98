import { describe, expect, it } from '@jest/globals'
import { DIGEST, REPOSITORY, runValidate } from './machine.ts'

const HEX = 'ab'.repeat(32)

describe('inputs', () => {
  it.each<readonly [string, Record<string, string>, string]>([
    [
      'a look without an image',
      { 'check-registry': 'true' },
      'input "image": is not given; expected registry/repository, which check-registry needs',
    ],
    [
      'a demand without a look',
      { platforms: 'linux/amd64' },
      'input "platforms": is "set"; expected no such demand without a look into the registry',
    ],
    [
      'an index without a look',
      { 'require-index': 'true', image: REPOSITORY, 'check-registry': 'false' },
      'input "require-index": is "set"',
    ],
    ['a pattern without services', { artifact: 'digest-*' }, 'input "services": is not given'],
    [
      'one artifact for several services',
      { digest: `a=${DIGEST}\nb=${DIGEST}`, artifact: 'digest-a' },
      'input "artifact": is "digest-a"; expected a name with one *',
    ],
    ['a pin of no artifact', { 'artifact-evidence-sha256': HEX }, 'input "artifact": is not given'],
    [
      'an artifact that comes and goes',
      { artifact: 'digest-orders', 'publish-artifact': 'true' },
      'input "publish-artifact": is "true"; expected not together with artifact',
    ],
    [
      'one digest for several services',
      { services: 'a\nb' },
      'input "digest": is "one value"; expected a line service=value',
    ],
    [
      'one image for several services',
      { digest: `a=${DIGEST}\nb=${DIGEST}`, image: REPOSITORY },
      'input "image": is "one value"',
    ],
    [
      'a service without an image',
      { digest: `a=${DIGEST}\nb=${DIGEST}`, image: `a=${REPOSITORY}` },
      'input "image": is "no line for b"; expected a line for every service',
    ],
    [
      'a digest of a service that nobody names',
      { services: 'a', digest: `a=${DIGEST}\nb=${DIGEST}` },
      'input "digest": is "lines for b"; expected lines for a alone',
    ],
    ['a service twice', { digest: `a=${DIGEST}\na=${DIGEST}` }, 'one line for each service; a has two'],
    [
      'an image with a tag',
      { image: `${REPOSITORY}:v1` },
      'expected registry/repository without tag and digest',
    ],
    [
      'an image with a digest',
      { image: `${REPOSITORY}@${DIGEST}` },
      'expected registry/repository without tag and digest',
    ],
    [
      'an image of a default registry',
      { image: 'org/orders' },
      'expected registry/repository without tag and digest',
    ],
    ['a name that is none', { name: 'orders=x y' }, 'expected the name of an image in a kustomization'],
    [
      'a platform that is none',
      { image: REPOSITORY, platforms: 'amd64' },
      'expected os/architecture or os/architecture/variant',
    ],
    ['two stars', { artifact: 'digest-**' }, 'expected the name of an artifact'],
    ['a path for an artifact', { artifact: '../digest' }, 'expected the name of an artifact'],
    [
      'a pin that is none',
      { artifact: 'digest-orders', 'artifact-evidence-sha256': `sha256:${HEX}` },
      'expected a SHA-256 of 64 lower-case hex digits',
    ],
    [
      'an evidence pin that is none',
      { evidence: 'a.json@sha256:abc' },
      'expected a path, or a path with the SHA-256 of its file as path@sha256:<64 lower-case hex digits>',
    ],
    ['a pin of nothing', { evidence: `@sha256:${HEX}` }, 'expected a path'],
    ['a flag that is none', { 'publish-artifact': 'yes' }, 'expected true or false'],
    ['a service that is none', { services: 'The Orders' }, 'expected a service name'],
  ])('refuse %s', async (_, inputs, said) => {
    const run = await runValidate({ inputs: { digest: DIGEST, ...inputs } })
    expect(run.failed).toBe(true)
    expect(run.said[0]).toContain(said)
    expect(run.evidence).toMatchObject({ outcome: 'error', class: 'configuration' })
    expect(run.outputs).not.toHaveProperty('digest')
    expect(run.asked).toEqual([])
  })

  it('are all named at once', async () => {
    const run = await runValidate({
      inputs: {
        digest: `a=${DIGEST}\nb=${DIGEST}`,
        'digest-file': 'd',
        evidence: 'e',
        'publish-artifact': 'true',
        platforms: 'linux/amd64',
      },
    })
    expect(run.said[0]).toMatch(
      /^error: 4 inputs: "platforms" .*"digest-file" is "set"; expected nothing, where there are several services.*"evidence" .*"publish-artifact" /,
    )
  })

  it('take lines with white space, blank lines and CR LF', async () => {
    const run = await runValidate({
      inputs: { service: 'x', digest: `\r\n  a = ${DIGEST}\r\n\r\na=${DIGEST}`.replace('a = ', 'b=') },
    })
    expect(run.outputs['digest']).toBe(`b=${DIGEST}\na=${DIGEST}`)
  })

  it('take the service for the name of the image, unless another is given', async () => {
    const images = async (name: string): Promise<string | undefined> =>
      (await runValidate({ inputs: { digest: DIGEST, image: REPOSITORY, 'check-registry': 'false', name } }))
        .outputs['images']
    expect(await images('')).toBe(`orders=${REPOSITORY}@${DIGEST}`)
    expect(await images('localhost:5000/orders')).toBe(`localhost:5000/orders=${REPOSITORY}@${DIGEST}`)
  })
})
