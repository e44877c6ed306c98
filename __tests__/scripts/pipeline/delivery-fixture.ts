import type { LoggedRequest } from '../../../sandbox/github/request-log.ts'
import type { BumpRun, Delivery, Opened } from '../../../scripts/pipeline/gitops-stage-delivery.ts'

export const DIGEST = `sha256:${'9e1d'.repeat(16)}`
const IMAGE = `ghcr.io/org/orders@${DIGEST}`

/** A build of two services, the one with this version. */
export const build = (version: string): string => `kind: Deployment
spec:
  template:
    spec:
      containers:
      - image: ghcr.io/org/catalog:latest-main
        name: catalog
---
kind: Deployment
spec:
  template:
    spec:
      containers:
      - env: []
        image: ghcr.io/org/orders${version}
        name: orders
`

const request = (changes: Partial<LoggedRequest>): LoggedRequest => ({
  sequence: 1,
  method: 'POST',
  path: '/graphql',
  query: '',
  operation: 'graphql/repository',
  body: { query: 'query($n:String!){repository(name:$n){...Id}} fragment Id on Repository{id}' },
  tokenKind: 'app',
  status: 200,
  ...changes,
})

/** The requests of a bump, by what they are. */
export const REQUESTS = {
  read: request({}),
  compare: request({ method: 'GET', path: '/repos/org/bookstore/compare/a...b', operation: 'repos/compare' }),
  tree: request({ path: '/repos/org/bookstore-gitops/git/trees', operation: 'git/create-tree', body: {} }),
  move: request({
    operation: 'graphql/updateRefs',
    body: { query: 'mutation($i:UpdateRefsInput!){updateRefs(input:$i){clientMutationId}}' },
  }),
} as const

/** A run that opened a pull request. */
export function firstRun(changes: Partial<BumpRun> = {}): BumpRun {
  const { read, tree, move } = REQUESTS
  return {
    exitCode: 0,
    outputs: { result: 'created', number: '1' },
    output: 'gitops-bump: orders: created.\n',
    requests: [read, tree, tree, move, tree],
    ...changes,
  }
}

/** A run that found everything done. */
export function secondRun(changes: Partial<BumpRun> = {}): BumpRun {
  return {
    ...firstRun(),
    outputs: { result: 'unchanged', number: '1' },
    requests: [REQUESTS.read],
    ...changes,
  }
}

/** A pull request that was opened, left alone and merged. */
export function opened(changes: Partial<Opened> = {}): Opened {
  return {
    second: secondRun(),
    pull: {
      number: 1,
      title: 'bump: orders cccccccccccc in dev',
      body: `| proposed | \`${IMAGE}\` |\n\n| Coverage | 75\\.86 \\% \\(198\\/261\\); required 70 \\% | \`lint-test\` |\n`,
      merged: true,
    },
    builds: { before: build(':latest-main'), after: build(`@${DIGEST}`) },
    ...changes,
  }
}

/** A delivery in which everything is as it must be. */
export function delivery(changes: Partial<Delivery> = {}): Delivery {
  return {
    service: 'orders',
    image: IMAGE,
    coverage: '75.86 % (198/261)',
    first: firstRun(),
    opened: opened(),
    unmodelled: [],
    seconds: 1.24,
    ...changes,
  }
}
