import type { Server } from 'node:http'
import type { X509Certificate } from 'node:crypto'

import { Fulcio } from './fulcio/fulcio.ts'
import { Interventions, type Fault, type Intervention, type Match } from './http/interventions.ts'
import { handleRequest, type Shared } from './http/request-handler.ts'
import { RequestLog, type LoggedRequest } from './http/request-log.ts'
import { closeServer, listen, type Listener, type Service } from './http/service.ts'
import { Issuer, type JobIdentity } from './issuer/issuer.ts'
import type { WorkflowJob } from './issuer/workflow-job.ts'
import { rekorService } from './rekor/rekor.ts'
import { SignedLog, type LogEntry } from './rekor/signed-log.ts'
import { writeTrustFiles, type TrustFiles } from './trust/trust-files.ts'
import type { Instance } from './trust/trusted-root.ts'

/** How a stand-in for sigstore is set up. */
export interface SigstoreOptions {
  /** The time of the services, by default the time of day, which is what clients compare it with. */
  readonly clock?: () => Date
}

/** A running stand-in for sigstore. */
export interface SigstoreStandIn extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly fulcioUrl: string
  readonly rekorUrl: string
  /** The issuer of the identity tokens of GitHub's jobs. */
  readonly issuer: { readonly url: string; admit(job: WorkflowJob): JobIdentity }
  /** What verifiers have to know. */
  readonly instance: Instance
  /** Every certificate that Fulcio issued, in the order of issue. */
  readonly certificates: readonly X509Certificate[]
  /** The entries of the log, in their order. */
  readonly entries: readonly LogEntry[]
  /** Every request so far in the order of arrival, without tokens. */
  readonly requests: readonly LoggedRequest[]
  /** What was asked for and is not modelled, and what failed in the stand-in: a test should find it empty. */
  readonly unmodelled: readonly string[]
  /** Starts another issuer that Fulcio believes, as it believes GitHub's and GitLab's. */
  openIssuer(): Promise<SigstoreStandIn['issuer']>
  /** Writes what makes a client trust this instance and no other. */
  writeTrustFiles(folder: string): Promise<TrustFiles>
  /** Does something before a request is done, and waits for it; `times` 1 by default. */
  before(match: Match, act: (request: Parameters<Intervention>[0]) => unknown, times?: number): void
  /** Lets something go wrong with a request; `times` 1 by default. */
  fail(match: Match, fault: Fault, times?: number): void
  /** Takes back all of {@link before} and {@link fail}. */
  undisturbed(): void
  /** Stops the services and cuts their connections. */
  close(): Promise<void>
}

/**
 * Starts a stand-in for sigstore on free ports of the loopback interface: an issuer of identity tokens as GitHub has
 * one, Fulcio (v1 and v2 of its API) with a certificate transparency log, and Rekor v1, with keys of their own, as far
 * as cosign uses them. What is not modelled is answered 501 and noted. It proves that a client's requests and
 * signatures are right; it does not prove the policies of the public instance.
 */
export async function startSigstore({
  clock = () => new Date(),
}: SigstoreOptions = {}): Promise<SigstoreStandIn> {
  const shared: Shared = { log: new RequestLog(), interventions: new Interventions(), unmodelled: [] }
  const servers: Server[] = []
  const issuers: Issuer[] = []
  const serve = ({ server, origin }: Listener, service: Service): string => {
    servers.push(server)
    server.on('request', (request, response) => void handleRequest(request, response, service, shared))
    return origin
  }
  const openIssuer = async (): Promise<Issuer> => {
    const listener = await listen()
    const issuer = new Issuer(listener.origin, clock)
    serve(listener, issuer.service())
    issuers.push(issuer)
    return issuer
  }
  const since = wholeSecond(clock())
  const issuer = await openIssuer()
  const fulcio = new Fulcio(issuers, clock)
  const log = new SignedLog('rekor.stand-in')
  const fulcioUrl = serve(await listen(), fulcio.service())
  const rekorUrl = serve(await listen(), rekorService(log, clock))
  const instance: Instance = {
    fulcioUrl,
    rekorUrl,
    issuerUrl: issuer.url,
    fulcioChain: fulcio.authority.chain,
    certificateLogKey: fulcio.log.publicKey,
    rekorKey: log.publicKey,
    since,
  }
  return {
    fulcioUrl,
    rekorUrl,
    issuer,
    instance,
    certificates: fulcio.certificates,
    entries: log.entries,
    openIssuer,
    writeTrustFiles: (folder) => writeTrustFiles(folder, instance),
    ...controls(shared, servers),
  }
}

/** Entries and certificates tell whole seconds: what is good from half a second on would not be good for the first of them. */
function wholeSecond(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1000) * 1000)
}

type Controls = Pick<
  SigstoreStandIn,
  'requests' | 'unmodelled' | 'before' | 'fail' | 'undisturbed' | 'close' | typeof Symbol.asyncDispose
>

function controls({ log, interventions, unmodelled }: Shared, servers: readonly Server[]): Controls {
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(closeServer))
  }
  return {
    requests: log.entries,
    unmodelled,
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
    close,
    [Symbol.asyncDispose]: close,
  }
}
