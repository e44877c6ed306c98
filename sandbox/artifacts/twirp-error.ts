import { jsonAnswer, type Answer } from './answer.ts'

/** The HTTP status of each Twirp error code used here (Twirp specification v7, "Error Codes"). */
const STATUS = {
  malformed: 400,
  invalid_argument: 400,
  unauthenticated: 401,
  permission_denied: 403,
  not_found: 404,
  bad_route: 404,
  already_exists: 409,
  failed_precondition: 412,
  unimplemented: 501,
} as const

/** A Twirp error code, as it stands in the `code` field of the error body. */
export type TwirpErrorCode = keyof typeof STATUS

/**
 * A refused call of the artifact service. The client prints `message` (it reads the `msg` field) after the
 * status and its reason phrase: "Failed request: (409) Conflict: an artifact with this name …".
 */
export class TwirpError extends Error {
  readonly code: TwirpErrorCode

  constructor(code: TwirpErrorCode, message: string) {
    super(message)
    this.name = 'TwirpError'
    this.code = code
  }

  /** The response: `{"code": …, "msg": …}` with the status of the code. */
  answer(): Answer {
    return jsonAnswer(STATUS[this.code], { code: this.code, msg: this.message })
  }
}
