import { describe, expect, it } from '@jest/globals'
import { parseChallenge } from '../../../src/adapters/registry/challenge.ts'
import { mayLeadTo, originOf } from '../../../src/adapters/registry/places.ts'

describe('the place of a registry', () => {
  it.each([
    ['ghcr.io', 'https://ghcr.io'],
    ['registry.example.com:5000', 'https://registry.example.com:5000'],
    ['docker.io', 'https://registry-1.docker.io'],
    ['index.docker.io', 'https://registry-1.docker.io'],
    ['registry-1.docker.io', 'https://registry-1.docker.io'],
    ['localhost', 'http://localhost'],
    ['localhost:5000', 'http://localhost:5000'],
    ['127.0.0.1:5000', 'http://127.0.0.1:5000'],
    ['[::1]:5000', 'http://[::1]:5000'],
    ['localhost.example.com', 'https://localhost.example.com'],
    ['127.0.0.1.example.com', 'https://127.0.0.1.example.com'],
    ['10.0.0.1:5000', 'https://10.0.0.1:5000'],
  ])('%s is %s', (registry, origin) => {
    expect(originOf(registry).origin).toBe(origin)
  })

  it.each([
    ['https://ghcr.io/', 'https://storage.example.com/token', true],
    ['http://localhost:5000/', 'https://ghcr.io/token', true],
    ['http://localhost:5000/', 'http://127.0.0.1:5001/token', true],
    ['https://ghcr.io/', 'http://127.0.0.1:5000/token', false],
    ['https://localhost:5000/', 'http://localhost:5001/', false],
    ['http://localhost:5000/', 'http://ghcr.io/token', false],
    ['http://localhost:5000/', 'ftp://localhost/token', false],
    ['http://localhost:5000/', 'http://localhost.example.com/', false],
  ])('%s may lead to %s: %s', (from, to, expected) => {
    expect(mayLeadTo(new URL(from), new URL(to))).toBe(expected)
  })
})

describe('a challenge', () => {
  it.each([
    ['Basic realm="registry"', { scheme: 'basic' }],
    ['basic', { scheme: 'basic' }],
    [
      'Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="repository:org/orders:pull,push"',
      { scheme: 'bearer', realm: 'https://ghcr.io/token', service: 'ghcr.io' },
    ],
    [
      'bearer  realm = https://r.test/token , service=r',
      { scheme: 'bearer', realm: 'https://r.test/token', service: 'r' },
    ],
    [
      'Bearer realm="https://r.test/token"',
      { scheme: 'bearer', realm: 'https://r.test/token', service: undefined },
    ],
    [
      'Basic realm="r", Bearer realm="https://r.test/token"',
      { scheme: 'bearer', realm: 'https://r.test/token', service: undefined },
    ],
    ['Bearer scope="x"', undefined],
    ['Negotiate', undefined],
    [null, undefined],
  ])('%j', (header, expected) => {
    expect(parseChallenge(header)).toEqual(expected)
  })
})
