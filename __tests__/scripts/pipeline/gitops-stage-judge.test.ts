import { describe, expect, it } from '@jest/globals'

import { deployedVersions, judgeDelivery, writesOf } from '../../../scripts/pipeline/gitops-stage-judge.ts'
import { build, delivery, DIGEST, firstRun, opened, REQUESTS, secondRun } from './delivery-fixture.ts'

const OTHER = `sha256:${'0'.repeat(64)}`

describe('judgeDelivery', () => {
  it('has nothing against a delivery in which everything is as it must be', () => {
    expect(judgeDelivery(delivery())).toEqual([])
  })

  it('sees another digest in what is merged', () => {
    const builds = { before: build(':latest-main'), after: build(`@${OTHER}`) }
    expect(judgeDelivery(delivery({ opened: opened({ builds }) }))).toEqual([
      `the merge changes "image: ghcr.io/org/orders:latest-main" of the build to "image: ghcr.io/org/orders@${OTHER}"`,
    ])
  })

  it('sees a change of something else', () => {
    const after = build(`@${DIGEST}`).replace('catalog:latest-main', `catalog@${OTHER}`)
    const builds = { before: build(`@${OTHER}`), after }
    expect(judgeDelivery(delivery({ opened: opened({ builds }) }))).toEqual([
      `the merge changes "- image: ghcr.io/org/catalog:latest-main" of the build to "- image: ghcr.io/org/catalog@${OTHER}"`,
    ])
  })

  it('sees a line that came or went', () => {
    const after = `${build(`@${DIGEST}`)}  replicas: 3\n`
    const builds = { before: build(':latest-main'), after }
    expect(judgeDelivery(delivery({ opened: opened({ builds }) }))).toEqual([
      'the merge changes the build from 17 to 18 lines',
    ])
  })

  it('sees that nothing changed', () => {
    const builds = { before: build(`@${DIGEST}`), after: build(`@${DIGEST}`) }
    expect(judgeDelivery(delivery({ opened: opened({ builds }) }))).toEqual([
      'the merge does not change the build',
    ])
  })

  it('sees a run that failed, with the error it reports or its last words', () => {
    const output = 'begin\n::error title=gitops-bump::input "token"%0Ais missing\nend\n'
    const failed = { exitCode: 1, outputs: {} }
    expect(judgeDelivery(delivery({ first: firstRun({ ...failed, output }), opened: undefined }))).toEqual([
      'the first run ended with exit code 1: input "token" is missing',
      'there is no pull request',
    ])
    const second = secondRun({ exitCode: null, output: 'begin\nKilled\n' })
    expect(judgeDelivery(delivery({ opened: opened({ second }) }))).toEqual([
      'the second run ended with exit code none: Killed',
    ])
  })

  it('sees a second run that wrote', () => {
    const second = secondRun({ outputs: { result: 'updated' }, requests: [REQUESTS.read, REQUESTS.move] })
    expect(judgeDelivery(delivery({ opened: opened({ second }) }))).toEqual([
      'the result of the second run is updated, not unchanged',
      'the second run made 2 requests, more than 1',
      'the second run wrote: graphql/updateRefs',
    ])
  })

  it('sees a first run that asks too much, or opened nothing', () => {
    const first = firstRun({ requests: Array.from({ length: 8 }, () => REQUESTS.read), outputs: {} })
    expect(judgeDelivery(delivery({ first }))).toEqual([
      'the result of the first run is not given, not created',
      'the first run made 8 requests, more than 7',
    ])
  })

  it('sees a pull request that is not merged, and one that leaves the reviewer alone', () => {
    const pull = { ...opened().pull, merged: false, body: 'LGTM' }
    expect(judgeDelivery(delivery({ opened: opened({ pull }) }))).toEqual([
      'pull request #1 is not merged',
      `pull request #1 does not show ${DIGEST}`,
      'pull request #1 does not show the coverage, 75.86 % (198/261)',
    ])
  })

  it('does not trust a stand-in that was asked for what it does not know', () => {
    expect(judgeDelivery(delivery({ unmodelled: ['GET /meta'] }))).toEqual([
      'the stand-in for GitHub does not know GET /meta',
    ])
  })
})

describe('writesOf', () => {
  it('tells reads from writes in REST and GraphQL', () => {
    const { read, compare, tree, move } = REQUESTS
    const unknown = { ...compare, method: 'PUT', operation: undefined }
    expect(writesOf(firstRun({ requests: [read, compare, tree, move, unknown] }))).toEqual([
      tree,
      move,
      unknown,
    ])
  })
})

describe('deployedVersions', () => {
  it('finds the tags and digests of an image', () => {
    expect(deployedVersions(build(':v1'), 'ghcr.io/org/orders')).toEqual(['v1'])
    expect(deployedVersions(build(`@${DIGEST}`), `ghcr.io/org/orders@${OTHER}`)).toEqual([DIGEST])
    expect(deployedVersions(build(':v1'), 'localhost:5000/orders')).toEqual([])
  })
})
