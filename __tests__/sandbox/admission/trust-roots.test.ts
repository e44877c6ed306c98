import { afterEach, describe, expect, it } from '@jest/globals'
import { parse, parseAllDocuments } from 'yaml'

import { openAdmission } from '../../../sandbox/admission/admission.ts'
import { withTrustRoots } from '../../../sandbox/admission/trust-roots.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { started, stopAll } from '../sigstore/running.ts'
import { covered, signed } from './policies.ts'

afterEach(stopAll)

/** Every `keyless` of parsed YAML. */
function keyless(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const members: [string, unknown][] = Object.entries(value)
  return members.flatMap(([name, member]) => (name === 'keyless' ? [member] : keyless(member)))
}

describe('a policy with the roots of the sandbox', () => {
  it('trusts the stand-in in place of the public instance and of GitHub, and says the same', async () => {
    const { instance, issuer } = await started()
    const text = covered('ghcr.io/org/*', 80)

    const trusting: unknown = parse(withTrustRoots(text, 'covered.yaml', instance))

    const pem = (key: typeof instance.rekorKey): unknown => key.export({ type: 'spki', format: 'pem' })
    expect(keyless(trusting)).toEqual([
      {
        subject: expect.stringContaining('https://github.com/org/bookstore/'),
        issuer: issuer.url,
        roots: String(instance.fulcioChain.at(-1)),
        rekor: { url: instance.rekorUrl, pubkey: pem(instance.rekorKey) },
        ctlog: { pubkey: pem(instance.certificateLogKey) },
      },
    ])
    const [plain] = keyless(parse(text))
    const [attestor] = keyless(trusting)
    Object.assign(attestor as object, plain)
    for (const name of ['roots', 'rekor', 'ctlog']) Reflect.deleteProperty(attestor as object, name)
    expect(trusting).toEqual(parse(text))
  })

  it('keeps an issuer that is not GitHub', async () => {
    const { instance } = await started()
    const text = signed('*').replace('https://token.actions.githubusercontent.com', 'https://gitlab.com')

    expect(keyless(parse(withTrustRoots(text, 'a.yaml', instance)))).toMatchObject([
      { issuer: 'https://gitlab.com' },
    ])
  })

  it('may be one of several in a file, beside what is no such policy', async () => {
    const { instance } = await started()
    const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  keyless: text\n'

    const text = withTrustRoots(`${signed('*')}---\n${other}---\n${covered('*', 70)}`, 'all.yaml', instance)

    const documents = parseAllDocuments(text).map((document) => document.toJS() as unknown)
    expect(documents).toHaveLength(3)
    expect(documents[1]).toEqual(parse(other))
    expect(documents.flatMap(keyless)).toMatchObject([
      { issuer: instance.issuerUrl },
      'text',
      { issuer: instance.issuerUrl },
    ])
  })

  it.each([
    ['without a keyless attestor', 'kind: ClusterPolicy\nspec: {}\n', 'a.yaml has no keyless attestor'],
    ['of an empty file', '', 'a.yaml has no keyless attestor'],
    [
      'that can only ask the public instance',
      'kind: ImageValidatingPolicy\nspec: {}\n',
      'a.yaml: ImageValidatingPolicy cannot be given the roots of the sandbox',
    ],
    ['that is no YAML', 'kind: [', 'a.yaml is not YAML'],
  ])('is not made %s', async (_, text, reason) => {
    const { instance } = await started()

    expect(() => withTrustRoots(text, 'a.yaml', instance)).toThrow(reason)
  })

  it('is not decided by when it cannot be made', async () => {
    const { instance } = await started()
    const folder = temporaryFolder()
    const policies = [folder.write('a.yaml', 'kind: ClusterPolicy\n')]

    await expect(openAdmission({ policies, instance })).rejects.toThrow('a.yaml has no keyless attestor')
    folder.remove()
  })
})
