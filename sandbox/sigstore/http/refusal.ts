/** What a refusal has beside its status and message. */
interface RefusalOptions {
  readonly headers?: Readonly<Record<string, string>>
  /** What the service keeps to itself; for the log of the stand-in. */
  readonly detail?: string
}

/** A request that a service refuses, with the message it has for it. 501 is what the stand-in does not model. */
export class Refusal extends Error {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly detail: string

  constructor(status: number, message: string, { headers = {}, detail = message }: RefusalOptions = {}) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.headers = headers
    this.detail = detail
  }
}
