import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { clonedStore, filesOfFolder, initialStore, type InitialFiles } from './git/create-store.ts'
import type { GitStore } from './git/git-store.ts'
import { Interventions, type Fault, type Intervention, type Match } from './interventions.ts'
import { webFlow } from './model/account.ts'
import { Repositories } from './model/repositories.ts'
import { Repository, type RepositoryInit, type RepositorySettings } from './model/repository.ts'
import { Site } from './model/site.ts'
import { RateLimits, type RateResource } from './rate-limit.ts'
import { RepositoryHandle } from './repository-handle.ts'
import { handleRequest, type ServiceState } from './request-handler.ts'
import { RequestLog, type LoggedRequest } from './request-log.ts'
import { Tokens, type TokenOptions } from './tokens.ts'

/** How a stand-in for GitHub is set up. */
export interface GitHubOptions {
  /** Where the bare repositories go, `<owner>/<name>.git`; made when it is missing, never emptied. */
  readonly folder: string
  /** The time of the service, by default the time of day. */
  readonly clock?: () => Date
  /** Numbers for the objects of the site, all different; by default 1001, 1002 and so on. */
  readonly nextId?: () => number
}

/** What a repository starts with. */
interface NewRepository {
  /** Path to file; or a folder to read; or a repository to copy. Nothing: a repository without commits. */
  readonly from?:
    { readonly files: InitialFiles } | { readonly folder: string } | { readonly repository: string }
  /** `main` by default. */
  readonly defaultBranch?: string
  readonly settings?: Partial<RepositorySettings>
}

/** A running stand-in for GitHub. */
export interface GitHubStandIn extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`: REST at the root, GraphQL at `/graphql`. */
  readonly url: string
  /** Every request so far in the order of arrival, without tokens. */
  readonly requests: readonly LoggedRequest[]
  /** What was asked for and is not modelled, and what failed in the stand-in: a test should find it empty. */
  readonly unmodelled: readonly string[]
  /** The variables a runner sets, as for api.github.com or for a GitHub Enterprise Server. */
  environment(flavour?: 'github.com' | 'enterprise'): Record<string, string>
  /** Makes a repository. @throws Error when it is there. */
  createRepository(fullName: string, init?: NewRepository): RepositoryHandle
  /** Makes a fork: a copy of the branches under another owner. */
  createFork(fullName: string, parent: string): RepositoryHandle
  /** @throws Error when it is not there. */
  repository(fullName: string): RepositoryHandle
  /** Makes a team of an organization, or gives it other members. */
  team(organization: string, slug: string, members: readonly string[]): void
  /** Makes a token. */
  token(options: TokenOptions): string
  /** Makes a token worthless. */
  revoke(token: string): void
  /** Sets what a token has left of its primary rate limit. */
  rateLimit(token: string, resource: RateResource, remaining: number, resetAt?: Date): void
  /** Does something before a request is done; `times` 1 by default. */
  before(match: Match, act: (request: Parameters<Intervention>[0]) => unknown, times?: number): void
  /** Lets something go wrong with a request; `times` 1 by default. */
  fail(match: Match, fault: Fault, times?: number): void
  /** Takes back all of {@link before} and {@link fail}. */
  undisturbed(): void
  /** Stops the service and cuts its connections; the repositories stay in the folder. */
  close(): Promise<void>
}

/**
 * Starts a stand-in for GitHub on a free port of the loopback interface: the REST and GraphQL calls that a bump
 * of a GitOps repository makes, over real bare git repositories. Requests are checked against GitHub's OpenAPI
 * document and GraphQL schema, and so are the answers. What is not modelled is answered 501 and noted.
 */
export async function startGitHub({
  folder,
  clock = () => new Date(),
  nextId = counter(1001),
}: GitHubOptions): Promise<GitHubStandIn> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const site = new Site(clock, nextId)
  const repositories = new Repositories()
  const state: ServiceState = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    repositories,
    tokens: new Tokens(site),
    limits: new RateLimits(clock),
    log: new RequestLog(),
    interventions: new Interventions(),
    unmodelled: [],
  }
  server.on('request', (request, response) => void handleRequest(request, response, state))
  return {
    ...repositoryControls(folder, site, repositories),
    ...callControls(state),
    ...serviceControls(server, state),
  }
}

function counter(first: number): () => number {
  let next = first
  return () => next++
}

type RepositoryControls = Pick<GitHubStandIn, 'createRepository' | 'createFork' | 'repository' | 'team'>

function repositoryControls(folder: string, site: Site, repositories: Repositories): RepositoryControls {
  const add = (init: Omit<RepositoryInit, 'site' | 'siblings'>): RepositoryHandle => {
    const repository = new Repository({ site, siblings: repositories, ...init })
    repositories.add(repository)
    return handleOf(repository)
  }
  const free = (fullName: string): string => {
    if (!/^[\w.-]+\/[\w.-]+$/.test(fullName)) throw new Error(`not an owner/name: ${fullName}`)
    if (repositories.byName(fullName) !== undefined)
      throw new Error(`the repository ${fullName} is there already`)
    return join(folder, `${fullName}.git`)
  }
  return {
    createRepository: (fullName, { from, defaultBranch = 'main', settings = {} } = {}) => {
      const store = newStore(free(fullName), defaultBranch, from, site.clock())
      return add({ fullName, store, defaultBranch, settings })
    },
    createFork: (fullName, parentName) => {
      const parent = found(repositories, parentName)
      const store = clonedStore(free(fullName), parent.store.directory)
      const settings = { visibility: parent.settings.visibility }
      return add({ fullName, store, defaultBranch: parent.defaultBranch, settings, parent })
    },
    repository: (fullName) => handleOf(found(repositories, fullName)),
    team: (organization, slug, members) => {
      site.setTeam(organization, slug, members)
    },
  }
}

const handles = new WeakMap<Repository, RepositoryHandle>()

/** The same handle each time, so that a test may compare. */
function handleOf(repository: Repository): RepositoryHandle {
  const handle = handles.get(repository) ?? new RepositoryHandle(repository)
  handles.set(repository, handle)
  return handle
}

function found(repositories: Repositories, fullName: string): Repository {
  const repository = repositories.byName(fullName)
  if (repository === undefined) throw new Error(`there is no repository ${fullName}`)
  return repository
}

function newStore(directory: string, branch: string, from: NewRepository['from'], now: Date): GitStore {
  if (from !== undefined && 'repository' in from) return clonedStore(directory, from.repository)
  if (from === undefined) return initialStore(directory, branch, {}, webFlow(now))
  const files = 'folder' in from ? filesOfFolder(from.folder) : from.files
  return initialStore(directory, branch, files, webFlow(now))
}

type CallControls = Pick<GitHubStandIn, 'token' | 'revoke' | 'rateLimit' | 'before' | 'fail' | 'undisturbed'>

function callControls({ tokens, limits, interventions }: ServiceState): CallControls {
  return {
    token: (options) => tokens.issue(options),
    revoke: (token) => {
      tokens.revoke(token)
    },
    rateLimit: (token, resource, remaining, resetAt) => {
      limits.set(token, resource, remaining, resetAt)
    },
    before: (match, act, times = 1) => {
      const intervention: Intervention = async (request) => {
        await act(request)
        return undefined
      }
      interventions.add(match, intervention, times)
    },
    fail: (match, fault, times = 1) => {
      interventions.add(match, () => fault, times)
    },
    undisturbed: () => {
      interventions.clear()
    },
  }
}

type ServiceControls = Omit<GitHubStandIn, keyof RepositoryControls | keyof CallControls>

function serviceControls(server: Server, { origin, log, unmodelled }: ServiceState): ServiceControls {
  const close = async (): Promise<void> => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return {
    url: origin,
    requests: log.entries,
    unmodelled,
    environment: (flavour = 'github.com') => ({
      GITHUB_SERVER_URL: origin,
      GITHUB_API_URL: flavour === 'enterprise' ? `${origin}/api/v3` : origin,
      GITHUB_GRAPHQL_URL: flavour === 'enterprise' ? `${origin}/api/graphql` : `${origin}/graphql`,
    }),
    close,
    [Symbol.asyncDispose]: close,
  }
}
