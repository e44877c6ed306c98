import { describe, expect, it } from '@jest/globals'
import { unusedProxyHint } from '../../../src/adapters/registry/proxy.ts'
import { REGISTRY_FAULTS } from '../../../src/domain/oci/registry-faults.ts'
import { startRegistry } from '../../../sandbox/registry/stand-in.ts'
import { faultOf, reader, reference } from './reader.ts'

const PROXY = 'http://user:a-password@proxy.example.com:3128'
const DIGEST = `sha256:${'ab'.repeat(32)}`

describe('a proxy that is set', () => {
  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])('as %s is passed by', (name) => {
    expect(unusedProxyHint({ [name]: PROXY }, '24.5.0')).toBe(
      `Node 24.5.0 does not use the proxy of ${name}: set NODE_USE_ENV_PROXY: 1 in the \`env:\` of the step.`,
    )
  })

  it.each([
    [{}, '24.5.0'],
    [{ HTTPS_PROXY: '' }, '24.5.0'],
    [{ HTTPS_PROXY: PROXY, NODE_USE_ENV_PROXY: '1' }, '24.5.0'],
    [{ HTTPS_PROXY: PROXY, NODE_USE_ENV_PROXY: '1' }, '22.21.0'],
    [{ HTTPS_PROXY: PROXY, NODE_USE_ENV_PROXY: '1' }, '26.0.0'],
    [{ HTTPS_PROXY: PROXY, NODE_OPTIONS: '--use-env-proxy' }, '24.5.0'],
  ])('is used, or there is none: %j on %s', (environment, version) => {
    expect(unusedProxyHint(environment, version)).toBeUndefined()
  })

  it.each(['20.20.2', '22.20.0', '23.11.0', '24.4.0'])('takes more than Node %s', (version) => {
    for (const asked of [{}, { NODE_USE_ENV_PROXY: '1' }]) {
      expect(unusedProxyHint({ HTTPS_PROXY: PROXY, ...asked }, version)).toBe(
        `Node ${version} does not use the proxy of HTTPS_PROXY: that takes Node 22.21, 24.5 or newer, and NODE_USE_ENV_PROXY: 1 in the \`env:\` of the step.`,
      )
    }
  })

  it('is named where a connection fails, and where it is an answer that is wrong it is not', async () => {
    await using registry = await startRegistry()
    const image = reference(registry.host, DIGEST)
    const behind = reader(undefined, { environment: { HTTPS_PROXY: PROXY } }).registry
    registry.fail('manifest/get', { kind: 'answer', status: 503 }, 5)
    expect((await faultOf(behind.manifest(image))).hint).toBe(REGISTRY_FAULTS['registry-unavailable'].cure)
    registry.fail('manifest/get', { kind: 'drop' }, Number.POSITIVE_INFINITY)
    const fault = await faultOf(behind.manifest(image))
    expect(fault.hint).toMatch(/^Node \S+ does not use the proxy of HTTPS_PROXY: .* Look at the status/)
    expect(fault.message).not.toContain('a-password')
    expect((await faultOf(reader().registry.manifest(image))).hint).toBe(
      REGISTRY_FAULTS['registry-unavailable'].cure,
    )
  })
})
