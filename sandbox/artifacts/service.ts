import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { ArtifactRegistry, type ArtifactRecord } from './artifact-registry.ts'
import { BlobStore } from './blob-store.ts'
import type { FaultSwitch } from './faults.ts'
import { handleRequest, type ServiceState } from './request-handler.ts'
import { RequestLog, type LoggedRequest } from './request-log.ts'
import { mintRuntimeToken, type BackendIds } from './runtime-token.ts'

/** How an artifact service is set up. */
export interface ArtifactServiceOptions {
  /** Where the bytes go; made when it is missing, never emptied. */
  readonly folder: string
  /**
   * The time of the service, by default the time of day. Clients ask for expiry by their own clock, so a moved
   * clock had better run from now on.
   */
  readonly clock?: () => Date
  /** The retention limit of the repository in days, 90 by default. */
  readonly retentionDays?: number
  /** Looks at each request first and may let something go wrong. */
  readonly before?: FaultSwitch
}

/** A running artifact service. */
export interface ArtifactService extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** Every request so far, in the order of arrival; signatures and tokens are left out. */
  readonly requests: readonly LoggedRequest[]
  /** Mints a runtime token, good for six hours. @throws RangeError when an id is not of `[A-Za-z0-9-]+`. */
  token(runId: string, jobId: string): string
  /** The variables a runner sets for the steps of a job, as far as `@actions/artifact` reads them. */
  environment(job: BackendIds): Record<string, string>
  /** All artifacts of a run in whatever state, expired ones included, oldest first. */
  artifacts(runId: string): readonly ArtifactRecord[]
  /** Stops the service and cuts its connections; the bytes stay in the folder. */
  close(): Promise<void>
}

/**
 * Starts a stand-in for the artifact service of GitHub Actions (the backend of upload-artifact v4 and later) on
 * a free port of the loopback interface. It speaks the Twirp methods of
 * `github.actions.results.api.v1.ArtifactService` and, at the signed URLs it hands out, the block blob
 * operations of Azure Blob Storage, as `@actions/artifact` uses them within a run. The REST API that the client
 * uses for artifacts of other runs (`findBy`) is not here.
 */
export async function startArtifactService(options: ArtifactServiceOptions): Promise<ArtifactService> {
  const { folder, clock = () => new Date(), retentionDays = 90, before } = options
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const state: ServiceState = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    registry: new ArtifactRegistry(retentionDays),
    blobs: new BlobStore(folder),
    secret: randomBytes(32),
    clock,
    log: new RequestLog(),
    before,
  }
  server.on('request', (request, response) => void handleRequest(request, response, state))
  return publicView(server, state, retentionDays)
}

function publicView(server: Server, state: ServiceState, retentionDays: number): ArtifactService {
  const token = (runId: string, jobId: string): string =>
    mintRuntimeToken({ runId, jobId }, state.secret, state.clock())
  const close = async (): Promise<void> => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return {
    url: state.origin,
    get requests() {
      return state.log.entries
    },
    token,
    environment: ({ runId, jobId }) => ({
      ACTIONS_RESULTS_URL: `${state.origin}/`,
      ACTIONS_RUNTIME_TOKEN: token(runId, jobId),
      GITHUB_RETENTION_DAYS: String(retentionDays),
      GITHUB_SERVER_URL: 'https://github.com',
    }),
    artifacts: (runId) => state.registry.all(runId),
    close,
    [Symbol.asyncDispose]: close,
  }
}
