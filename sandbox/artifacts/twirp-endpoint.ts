import type { IncomingMessage } from 'node:http'

import { jsonAnswer, type Answer } from './answer.ts'
import { artifactMethods, type MethodContext } from './artifact-methods.ts'
import { decodeRequest, isTwirpMethod, type TwirpMethod, type TwirpRequest } from './messages.ts'
import { TwirpError } from './twirp-error.ts'

const PREFIX = '/twirp/github.actions.results.api.v1.ArtifactService/'

/** The method name in a Twirp path of the artifact service, known or not; undefined for other paths. */
export function twirpMethodName(path: string): string | undefined {
  return path.startsWith(PREFIX) ? path.slice(PREFIX.length) : undefined
}

/**
 * Answers a Twirp call whose caller is authenticated.
 *
 * @throws TwirpError `bad_route` when it is not a POST of JSON, `unimplemented` for an unknown method, else what
 * the method throws.
 */
export async function answerTwirpCall(
  name: string,
  request: IncomingMessage,
  context: MethodContext,
): Promise<Answer> {
  if (request.method !== 'POST') {
    throw new TwirpError('bad_route', `unsupported method "${request.method ?? ''}" (only POST is allowed)`)
  }
  const contentType = request.headers['content-type'] ?? ''
  if (!/^application\/json\b/.test(contentType)) {
    throw new TwirpError('bad_route', `unexpected Content-Type: "${contentType}"`)
  }
  if (!isTwirpMethod(name)) throw new TwirpError('unimplemented', `ArtifactService has no method ${name}`)
  const body = Buffer.concat(await request.toArray()).toString()
  return jsonAnswer(200, await call(name, decodeRequest(name, body), context))
}

function call<M extends TwirpMethod>(name: M, request: TwirpRequest<M>, context: MethodContext): unknown {
  return artifactMethods[name](request, context)
}
