import { jsonAnswer, type Answer } from './answer.ts'

/**
 * The error codes of the distribution specification with the status that distribution gives them, `TOOMANYREQUESTS` and
 * `TAG_INVALID` (which ECR answers to a second push of an immutable tag), and one of the stand-in for what it does not model.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
 * @see https://github.com/distribution/distribution/blob/v3.0.0/registry/api/errcode/register.go
 */
const STATUS = {
  BLOB_UNKNOWN: 404,
  BLOB_UPLOAD_INVALID: 404,
  BLOB_UPLOAD_UNKNOWN: 404,
  DENIED: 403,
  DIGEST_INVALID: 400,
  MANIFEST_BLOB_UNKNOWN: 400,
  MANIFEST_INVALID: 400,
  MANIFEST_UNKNOWN: 404,
  NAME_INVALID: 400,
  NAME_UNKNOWN: 404,
  NOT_MODELLED: 501,
  TAG_INVALID: 400,
  TOOMANYREQUESTS: 429,
  UNAUTHORIZED: 401,
} as const

type RefusalCode = keyof typeof STATUS

/** What the registry says instead of doing a request. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly headers: Readonly<Record<string, string>>

  constructor(code: RefusalCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.code = code
    this.headers = headers
  }

  answer(): Answer {
    const errors = [{ code: this.code, message: this.message, detail: {} }]
    return jsonAnswer(STATUS[this.code], { errors }, this.headers)
  }
}
