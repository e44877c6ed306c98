import { signingFault } from '../domain/signing/signing-faults.ts'
import { isRecord } from '../domain/shared/shape.ts'
import type { IdentityTokens } from '../ports/identity-tokens.ts'
import type { Pause } from '../ports/pause.ts'
import { reasonOf } from './registry/exchange.ts'

const TRIES = 5
const FIRST_PAUSE = 1000
const TIMEOUT_MILLISECONDS = 30_000

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The identity tokens that GitHub gives to a job with `id-token: write`. The toolkit's own way gives up at once on 429, 500 and an
 * answer that is no JSON, which is what a busy service sends.
 *
 * @param onSecret is told each token before it is used
 * @see https://docs.github.com/actions/reference/security/oidc
 */
export function githubIdentityTokens(
  pause: Pause,
  onSecret: (secret: string) => void,
  environment: Environment = process.env,
): IdentityTokens {
  const address = environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? ''
  const requestToken = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''
  return {
    allowed: address !== '' && requestToken !== '',
    token: async (audience) => {
      const url = new URL(address)
      url.searchParams.set('audience', audience)
      for (let tries = 1; ; tries++) {
        const answer = await ask(url, requestToken)
        if ('token' in answer) {
          onSecret(answer.token)
          return answer.token
        }
        if (!answer.canPass || tries === TRIES) {
          throw signingFault('token-unavailable', {
            subject: url.host,
            detail: `${answer.problem}, at the last of ${tries} ${tries === 1 ? 'try' : 'tries'}`,
          })
        }
        await pause.upTo(FIRST_PAUSE * 2 ** (tries - 1))
      }
    },
  }
}

type Answer = { readonly token: string } | { readonly problem: string; readonly canPass: boolean }

async function ask(url: URL, requestToken: string): Promise<Answer> {
  try {
    const response = await fetch(url, {
      headers: { authorization: `bearer ${requestToken}`, accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    })
    const text = await response.text()
    if (!response.ok) {
      return {
        problem: `it answered ${response.status}`,
        canPass: response.status === 429 || response.status >= 500,
      }
    }
    const token = tokenIn(text)
    return token === undefined ? { problem: 'its answer holds no token', canPass: true } : { token }
  } catch (error) {
    // of a header that cannot be sent, the reason repeats its value
    return {
      problem: `there was no answer: ${reasonOf(error).replaceAll(requestToken, '***')}`,
      canPass: true,
    }
  }
}

function tokenIn(text: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(text)
    const token = isRecord(answer) ? answer['value'] : undefined
    return typeof token === 'string' && token !== '' ? token : undefined
  } catch {
    return undefined
  }
}
