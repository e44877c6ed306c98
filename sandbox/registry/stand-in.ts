import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Access, type AccessRule } from './access.ts'
import { Interventions, type Fault, type Match } from './interventions.ts'
import type { ImmutableTags } from './manifests.ts'
import type { Repository } from './repository.ts'
import { handleRequest, type RegistryState } from './request-handler.ts'
import { RequestLog, type LoggedRequest, type ReceivedRequest } from './request-log.ts'

/** How a stand-in for a registry is set up. */
export interface RegistryOptions {
  /** `open` by default. */
  readonly access?: AccessRule
  /** Whether there is a referrers API; like GHCR and distribution there is none by default. */
  readonly referrers?: boolean
  readonly immutableTags?: ImmutableTags
}

/** A running stand-in for a registry. */
export interface RegistryStandIn extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** Host and port, as a reference begins with it. */
  readonly host: string
  /** Every request so far in the order of arrival, without credentials. */
  readonly requests: readonly LoggedRequest[]
  /** What was asked for and is not modelled: a test should find it empty. */
  readonly unmodelled: readonly string[]
  /** Digests by tag of a repository. */
  tags(repository: string): Readonly<Record<string, string>>
  /** A token as the token endpoint gives it, for pull and push. */
  token(repository: string): string
  /** Makes every token worthless that was given out so far. */
  revokeTokens(): void
  /** Forgets a manifest or a blob. */
  remove(repository: string, digest: string): void
  /** Lets something go wrong with a request; `times` 1 by default. */
  fail(match: Match, fault: Fault | ((request: ReceivedRequest) => Fault | undefined), times?: number): void
  /** Stops the registry and cuts its connections; its content is gone. */
  close(): Promise<void>
}

/**
 * Starts a stand-in for an OCI registry on a free port of the loopback interface: pushes, pulls, the referrers API and the two ways to
 * log in, as clients of images use them. What it does not model is answered 501 and noted.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
export async function startRegistry(options: RegistryOptions = {}): Promise<RegistryStandIn> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const state: RegistryState = {
    origin,
    repositories: new Map<string, Repository>(),
    access: new Access(options.access ?? { kind: 'open' }, origin),
    rules: { immutableTags: options.immutableTags, referrers: options.referrers ?? false },
    log: new RequestLog(),
    interventions: new Interventions(),
    unmodelled: [],
  }
  server.on('request', (request, response) => void handleRequest(request, response, state))
  const close = async (): Promise<void> => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return { ...controls(state), close, [Symbol.asyncDispose]: close }
}

function controls(state: RegistryState): Omit<RegistryStandIn, 'close' | keyof AsyncDisposable> {
  const { origin, repositories, access, log, interventions, unmodelled } = state
  return {
    url: origin,
    host: new URL(origin).host,
    requests: log.entries,
    unmodelled,
    tags: (repository) => Object.fromEntries(repositories.get(repository)?.tags ?? []),
    token: (repository) => access.grant(repository, ['pull', 'push']),
    revokeTokens: () => {
      access.revokeAll()
    },
    remove: (repository, digest) => {
      repositories.get(repository)?.manifests.delete(digest)
      repositories.get(repository)?.blobs.delete(digest)
    },
    fail: (match, fault, times = 1) => {
      interventions.add(match, typeof fault === 'function' ? fault : () => fault, times)
    },
  }
}
