import type { BlobOperation } from './blob-endpoint.ts'
import type { TwirpMethod } from './messages.ts'

/** A request as it arrives, before anything is done with it. */
export interface ArtifactServiceRequest {
  /** 1 for the first request of the service, and so on. */
  readonly sequence: number
  /** Undefined for what the service does not have: an unknown method, another path. */
  readonly operation: TwirpMethod | BlobOperation | undefined
  /** The HTTP method. */
  readonly method: string
  /** Without the query: a signature never stands in a log. */
  readonly path: string
}

/**
 * What goes wrong with a request: `drop` closes the connection, a response is sent instead of the proper one
 * (nothing else happens), `cutAfter` handles the request and breaks off the body of the response after so many
 * bytes.
 */
export type Fault =
  | 'drop'
  | { readonly cutAfter: number }
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      /** Empty by default. The client takes a Twirp response that is not JSON for a fault of the network. */
      readonly body?: string
    }

/** Decides the fault of each request; undefined lets it pass. */
export type FaultSwitch = (request: ArtifactServiceRequest) => Fault | undefined | Promise<Fault | undefined>
