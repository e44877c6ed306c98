import { describe, expect, it } from '@jest/globals'

import { Machine } from './machine.ts'
import { refused } from './refused.ts'

describe('cosign', () => {
  it('on PATH is taken when it can do what is asked', async () => {
    const machine = new Machine()

    await machine.run()

    expect(machine.fetched).toEqual([])
    expect(machine.printed).toContain('Takes the cosign on PATH, /tools/cosign.')
  })

  it.each([
    ['is not there', () => Promise.resolve(undefined), {}],
    ['cannot be run', () => Promise.resolve('/broken/cosign'), {}],
    ['is something else', () => Promise.resolve('/tools/other'), {}],
    [
      'is of another version than is asked for',
      () => Promise.resolve('/tools/cosign'),
      { 'cosign-version': 'v2.4.1' },
    ],
  ])('on PATH that %s is not taken: a release is fetched', async (_, onPath, inputs) => {
    const machine = new Machine()
    machine.executables = { onPath }

    const run = await machine.run(inputs)

    const { 'cosign-version': version = 'v3.0.6' } = inputs as Record<string, string>
    expect(run.failed).toBe(false)
    expect(machine.fetched).toEqual([
      `https://github.com/sigstore/cosign/releases/download/${version}/cosign-linux-amd64`,
    ])
  })

  it('of the version that is asked for is taken from PATH', async () => {
    const machine = new Machine()

    await machine.run({ 'cosign-version': 'v3.0.6' })

    expect(machine.fetched).toEqual([])
  })

  it('that was fetched before is taken from the cache', async () => {
    const machine = new Machine()
    machine.executables = {
      onPath: () => Promise.resolve(undefined),
      kept: ({ version }) => Promise.resolve(`/tools/cache/${version}/cosign`),
    }

    await machine.run()

    expect(machine.fetched).toEqual([])
    expect(machine.printed).toContain('Takes cosign v3.0.6 from the tool cache.')
  })

  const missing = { onPath: (): Promise<undefined> => Promise.resolve(undefined) }

  it.each([
    [
      'has another hash',
      { fetch: () => Promise.resolve({ received: '0b'.repeat(32) }) },
      {},
      `its SHA-256 is ${'0b'.repeat(32)}`,
    ],
    [
      'cannot be fetched',
      { fetch: () => Promise.reject(new Error('no route')) },
      {},
      'cosign-linux-amd64: no route',
    ],
    ['is not known', {}, { 'cosign-version': 'v2.9.9' }, 'Give `cosign-sha256`'],
    [
      'is not known for this machine',
      { machine: 'darwin-arm64' },
      {},
      'cosign v3.0.6 for darwin-arm64: known are',
    ],
    ['is not there', {}, { 'cosign-path': '/broken/cosign' }, '/broken/cosign: cosign-path names it'],
    [
      'has another hash than is given',
      {},
      { 'cosign-path': '/tools/cosign', 'cosign-sha256': '0b'.repeat(32) },
      `/tools/cosign: its SHA-256 is ${'0a'.repeat(32)}, and has to be ${'0b'.repeat(32)}`,
    ],
  ])('that %s is not run', async (_, executables, inputs, words) => {
    const machine = new Machine()
    machine.executables = { ...missing, ...executables }

    const [message] = await refused(machine, inputs)

    expect(message).toContain(words)
  })

  it('on PATH is hashed before it is run, where its hash is given', async () => {
    const machine = new Machine()

    await machine.run({ 'cosign-version': 'v3.0.6', 'cosign-sha256': '0b'.repeat(32) })
    expect(machine.fetched).toHaveLength(1)
    await machine.run({ 'cosign-version': 'v3.0.6', 'cosign-sha256': '0a'.repeat(32) })
    expect(machine.fetched).toHaveLength(1)
  })

  it('that cannot be hashed is not run', async () => {
    const machine = new Machine()
    machine.executables = { sha256: () => Promise.resolve(undefined) }

    const [message] = await refused(machine, {
      'cosign-path': '/tools/cosign',
      'cosign-sha256': '0b'.repeat(32),
    })

    expect(message).toContain('/tools/cosign: there is no such file, which could be hashed')
  })

  it('of an unknown version is fetched with the hash that is given', async () => {
    const machine = new Machine()
    const asked: string[] = []
    machine.executables = {
      ...missing,
      fetch: ({ sha256 }) => {
        asked.push(sha256)
        return Promise.resolve({ path: '/tools/cosign' })
      },
    }

    await machine.run({ 'cosign-version': 'v2.9.9', 'cosign-sha256': '0c'.repeat(32) })

    expect(asked).toEqual(['0c'.repeat(32)])
  })

  it('that does not know the bundle format is not asked for it', async () => {
    const machine = new Machine({ version: 'v2', referrersApi: true })

    const [message] = await refused(machine, { format: 'bundle' })

    expect(message).toContain('Give a `cosign-version` of 2.6 or later for `format: bundle`')
  })
})

describe('an instance of one’s own', () => {
  const INSTANCE = {
    'fulcio-url': 'https://fulcio.example/',
    'rekor-url': 'https://rekor.example',
    'trusted-root': 'root.json',
  }
  const KEY = { publicKey: { rawBytes: 'AAAA' } }
  const ROOT = JSON.stringify({
    certificateAuthorities: [{ certChain: { certificates: [{ rawBytes: 'AAAA' }] } }],
    tlogs: [KEY],
    ctlogs: [KEY],
  })

  it('is all that cosign is told of', async () => {
    const machine = new Machine()
    machine.files.stored.set('/workspace/root.json', ROOT)

    const run = await machine.run(INSTANCE)

    expect(run.failed).toBe(false)
    expect(machine.cosign.runs[0]).toEqual(
      expect.arrayContaining([
        '--fulcio-url=https://fulcio.example',
        '--rekor-url=https://rekor.example',
        '--trusted-root=/temp/private/trusted-root.json',
      ]),
    )
    expect(run.outputs['verify-command']).toContain('--trusted-root=root.json')
  })

  it('is told to a cosign 2.4 in files of its own', async () => {
    const machine = new Machine({ version: 'v2' })
    machine.files.stored.set('/workspace/root.json', ROOT)

    await machine.run(INSTANCE)

    expect(machine.cosign.environments[0]).toMatchObject({
      SIGSTORE_ROOT_FILE: '/temp/private/fulcio.pem',
      SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: '/temp/private/certificate-log.pub',
      SIGSTORE_REKOR_PUBLIC_KEY: '/temp/private/rekor.pub',
    })
  })

  it('may be named by a signing config, for bundles', async () => {
    const machine = new Machine({ referrersApi: true })
    machine.files.stored.set('/workspace/root.json', ROOT)
    machine.files.stored.set('/workspace/config.json', '{}')

    await machine.run({ format: 'bundle', 'trusted-root': 'root.json', 'signing-config': 'config.json' })

    expect(machine.cosign.runs[0]).toContain('--signing-config=/temp/private/signing-config.json')
  })

  it.each([
    ['is not there', undefined, 'root.json: trusted-root names it, and there is no such file'],
    ['is something else', '{}', 'root.json: it is not a trusted root of sigstore as JSON'],
  ])('whose trusted root %s is refused', async (_, content, words) => {
    const machine = new Machine()
    if (content !== undefined) machine.files.stored.set('/workspace/root.json', content)

    const [message] = await refused(machine, INSTANCE)

    expect(message).toContain(words)
  })
})
