import { registryFault } from '../../domain/oci/registry-faults.ts'
import type { Fault } from '../../domain/shared/fault.ts'
import type { Credentials } from './docker-credentials.ts'
import { exchange, type HttpAnswer, type HttpRequest } from './exchange.ts'
import { authorizationFor } from './login.ts'
import { tryPatiently, type Patience, type Tried } from './patience.ts'
import { originOf } from './places.ts'

/** What every session shares. */
export interface SessionOptions {
  readonly credentials: (registry: string) => Promise<Credentials | undefined>
  readonly onSecret: (secret: string) => void
  readonly patience: Patience
  readonly timeoutMilliseconds: number
}

/** A request for something of the repository. */
interface Wanted {
  readonly method: 'GET' | 'HEAD'
  /** `manifests/sha256:…` */
  readonly path: string
  readonly accept: string
  readonly maxBytes: number
  readonly follow?: boolean
  /** False where 404 is an answer like others. */
  readonly mayBeLate?: boolean
}

/** The requests to one repository of a registry: they share a login. */
export class RegistrySession {
  readonly #registry: string
  readonly #repository: string
  readonly #origin: URL
  readonly #options: SessionOptions
  #authorization: string | undefined
  #credentials: Promise<Credentials | undefined> | undefined

  constructor(registry: string, repository: string, options: SessionOptions) {
    this.#registry = registry
    this.#repository = repository
    this.#origin = originOf(registry)
    this.#options = options
  }

  /**
   * The answer to a request: 200, 404, or what else is no failure of the registry.
   *
   * @throws {Fault} `registry-denied`, `registry-unavailable`, `registry-unsafe`, `credentials-unreadable`
   */
  async ask(wanted: Wanted): Promise<HttpAnswer> {
    const { method, path, accept, maxBytes, follow, mayBeLate = true } = wanted
    const url = new URL(`/v2/${this.#repository}/${path}`, this.#origin)
    const { timeoutMilliseconds, patience } = this.#options
    const limits = { maxBytes, timeoutMilliseconds, ...(follow !== undefined && { follow }) }
    const answer = this.#answerIn(
      await tryPatiently(mayBeLate ? patience : { ...patience, triesForMissing: 1 }, () =>
        this.#authorized({ method, url, headers: { accept }, ...limits }),
      ),
    )
    if (answer.status === 401 || answer.status === 403) throw await this.#denied(answer)
    return answer
  }

  /** Sends with the login so far; one challenge is met. */
  async #authorized(request: HttpRequest): Promise<HttpAnswer> {
    const answer = await exchange({ ...request, authorization: this.#authorization })
    // only the registry itself is answered, not where it redirected to
    if (answer.status !== 401 || answer.url.origin !== this.#origin.origin) return answer
    this.#authorization = await this.#login(answer)
    return this.#authorization === undefined
      ? answer
      : exchange({ ...request, authorization: this.#authorization })
  }

  async #login(challenged: HttpAnswer): Promise<string | undefined> {
    const credentials = await this.#ownCredentials()
    const { onSecret, patience, timeoutMilliseconds } = this.#options
    return authorizationFor(challenged, {
      registry: this.#registry,
      repository: this.#repository,
      credentials,
      timeoutMilliseconds,
      onSecret,
      send: async (request) =>
        this.#answerIn(await tryPatiently({ ...patience, triesForMissing: 1 }, () => exchange(request))),
    })
  }

  async #ownCredentials(): Promise<Credentials | undefined> {
    this.#credentials ??= this.#options.credentials(this.#registry)
    const credentials = await this.#credentials
    if (credentials !== undefined) {
      this.#options.onSecret(credentials.kind === 'password' ? credentials.password : credentials.token)
    }
    return credentials
  }

  /** @throws {Fault} `registry-unavailable` */
  #answerIn(tried: Tried): HttpAnswer {
    if ('answer' in tried && tried.answer.status < 500 && tried.answer.status !== 429) return tried.answer
    const detail =
      'answer' in tried
        ? `it answered ${tried.answer.status}, at the last of ${tried.tries} tries`
        : `there was no answer, at the last of ${tried.tries} tries: ${tried.error.message}`
    throw registryFault('registry-unavailable', {
      subject: this.#registry,
      detail,
      ...('error' in tried && { cause: tried.error }),
    })
  }

  async #denied(answer: HttpAnswer): Promise<Fault> {
    const credentials = await this.#ownCredentials()
    const login =
      credentials === undefined
        ? 'the docker configuration has no login for it'
        : 'the login of the docker configuration was sent'
    return registryFault('registry-denied', {
      subject: `${this.#registry}/${this.#repository}`,
      detail: `${answer.url.host} answered ${answer.status}; ${login}`,
    })
  }
}
