import { registryFault } from '../../domain/oci/registry-faults.ts'
import type { Credentials } from './docker-credentials.ts'
import type { HttpAnswer, HttpRequest } from './exchange.ts'
import { loginFor, type Login } from './login.ts'
import { isTrouble } from './patience.ts'
import type { Effort, PatientClient } from './patient-client.ts'
import { originOf } from './places.ts'

/** The login of a registry, if there is one. */
export type CredentialsOf = (registry: string) => Promise<Credentials | undefined>

/** A request for something of the repository. */
interface Wanted {
  readonly method: 'GET' | 'HEAD'
  /** `manifests/sha256:…` */
  readonly path: string
  readonly accept: string
  readonly maxBytes: number
  readonly follow?: boolean
  /** `late` by default. */
  readonly effort?: Effort
}

type Request = Omit<HttpRequest, 'timeoutMilliseconds' | 'authorization'>

/** What `/v2/` may answer with, beside its status and headers. */
const BASE_BYTES = 64 * 1024

/** The requests to one repository of a registry: they share a login. */
export class RegistrySession {
  readonly #registry: string
  readonly #repository: string
  readonly #origin: URL
  readonly #client: PatientClient
  readonly #credentialsOf: CredentialsOf
  #credentials: Promise<Credentials | undefined> | undefined
  #login: Login | undefined
  /** Whether the registry, asked for it, wanted no login. */
  #isOpen = false

  constructor(registry: string, repository: string, client: PatientClient, credentialsOf: CredentialsOf) {
    this.#registry = registry
    this.#repository = repository
    this.#origin = originOf(registry)
    this.#client = client
    this.#credentialsOf = credentialsOf
  }

  /**
   * The answer to a request: 200, 404, or what else is no failure of the registry.
   *
   * @throws {Fault} `registry-denied`, `registry-unavailable`, `registry-unsafe`, `credentials-unreadable`
   */
  async ask({ method, path, accept, maxBytes, follow = true, effort = 'late' }: Wanted): Promise<HttpAnswer> {
    const url = new URL(`/v2/${this.#repository}/${path}`, this.#origin)
    const request = { method, url, headers: { accept }, maxBytes, follow }
    const answer = await this.#client.patiently(url.host, effort, () => this.#authorized(request, effort))
    if (answer.status !== 401 && answer.status !== 403) return answer
    throw registryFault('registry-denied', {
      subject: `${this.#registry}/${this.#repository}`,
      detail: await this.account(answer),
    })
  }

  /** What was answered, and what became of the login with the request. */
  async account(answer: HttpAnswer): Promise<string> {
    return `${this.#client.said(answer)}; ${await this.#whatWasSent(answer)}`
  }

  async #whatWasSent(answer: HttpAnswer): Promise<string> {
    const hasCredentials = (await this.#ownCredentials()) !== undefined
    if (answer.isAuthorized) {
      return this.#login?.isOwn === true
        ? 'the login of the docker configuration was sent'
        : 'the token that it gives to everybody was sent, since the docker configuration has no login for it'
    }
    if (!hasCredentials) return 'the docker configuration has no login for it'
    return this.#login === undefined && this.#isOwn(answer)
      ? 'the login of the docker configuration was not sent, since it asked for none that this can give'
      : `the login of the docker configuration does not follow a redirect of ${this.#registry}`
  }

  /** Sends with the login so far; one challenge is met. */
  async #authorized(request: Request, effort: Effort): Promise<HttpAnswer> {
    const answer = await this.#send(request)
    // only the registry itself is answered, not where it redirected to
    if (!this.#isOwn(answer)) return answer
    const challenged = answer.status === 401 ? answer : await this.#hiddenChallenge(answer)
    if (challenged === undefined || isTrouble(challenged.status)) return challenged ?? answer
    this.#login = await this.#loginFor(challenged, effort)
    return this.#login === undefined ? answer : this.#send(request)
  }

  /**
   * Some registries hide from strangers what is there, and do not ask them for a login either. Where there is one, their base says how
   * they want it: its challenge, or that it cannot answer now; undefined where a stranger sees all there is.
   */
  async #hiddenChallenge({ status }: HttpAnswer): Promise<HttpAnswer | undefined> {
    const isHiding = status === 404 || status === 403
    if (!isHiding || this.#login !== undefined || this.#isOpen) return undefined
    if ((await this.#ownCredentials()) === undefined) return undefined
    const url = new URL('/v2/', this.#origin)
    const base = await this.#send({ method: 'GET', url, headers: {}, maxBytes: BASE_BYTES })
    if (isTrouble(base.status) || (base.status === 401 && this.#isOwn(base))) return base
    this.#isOpen = true
    return undefined
  }

  #send(request: Request): Promise<HttpAnswer> {
    return this.#client.exchange({ ...request, authorization: this.#login?.header })
  }

  #isOwn({ url }: HttpAnswer): boolean {
    return url.origin === this.#origin.origin
  }

  async #loginFor(challenged: HttpAnswer, effort: Effort): Promise<Login | undefined> {
    return loginFor(challenged, {
      registry: this.#registry,
      repository: this.#repository,
      credentials: await this.#ownCredentials(),
      hide: (secret) => {
        this.#client.hide(secret)
      },
      said: (answer) => this.#client.said(answer),
      send: (request) =>
        this.#client.patiently(request.url.host, effort === 'once' ? 'once' : 'usual', () =>
          this.#client.exchange(request),
        ),
    })
  }

  async #ownCredentials(): Promise<Credentials | undefined> {
    this.#credentials ??= this.#credentialsOf(this.#registry)
    const credentials = await this.#credentials
    if (credentials !== undefined) {
      this.#client.hide(credentials.kind === 'password' ? credentials.password : credentials.token)
    }
    return credentials
  }
}
