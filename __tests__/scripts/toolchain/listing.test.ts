import { expect, it } from '@jest/globals'
import { formatListing } from '../../../scripts/toolchain/listing.ts'

it('aligns names, versions and origins, and abbreviates the home folder', () => {
  const lines = formatListing(
    [
      {
        state: 'found',
        tool: { name: 'act', version: 'v0.2.87', path: '/home/a/.cache/act', origin: 'cache' },
      },
      { state: 'found', tool: { name: 'node20', version: '20.20.2', path: '/usr/bin/node', origin: 'path' } },
      { state: 'found', tool: { name: 'ko', version: 'v1.0.0', path: '/home/abc/ko', origin: 'built' } },
      { state: 'buildable', name: 'actionlint', version: 'v1.7.12', entry: 'actionlint-entry' },
      {
        state: 'unavailable',
        name: 'syft',
        version: 'v1.0.0',
        why: 'Go is not on PATH',
        remedy: 'install Go',
      },
    ],
    '/home/a',
  )

  expect(lines).toEqual([
    'act         v0.2.87  cache  ~/.cache/act',
    'node20      20.20.2  path   /usr/bin/node',
    'ko          v1.0.0   built  /home/abc/ko',
    'actionlint  v1.7.12  not built yet (npm run toolchain -- actionlint)',
    'syft        v1.0.0   cannot be had: Go is not on PATH; install Go',
  ])
})

it('is empty for no tools', () => {
  expect(formatListing([], '/home/a')).toEqual([])
})
