import type { Answer } from './answer.ts'

/** The HTTP status of each Azure Blob Storage error code used here ("Blob service error codes"). */
const STATUS = {
  InvalidBlockList: 400,
  InvalidQueryParameterValue: 400,
  InvalidXmlDocument: 400,
  MissingRequiredHeader: 400,
  AuthenticationFailed: 403,
  AuthorizationPermissionMismatch: 403,
  BlobNotFound: 404,
  UnsupportedHttpVerb: 405,
  BlobImmutableDueToPolicy: 409,
} as const

/** An Azure Blob Storage error code. */
export type BlobErrorCode = keyof typeof STATUS

/** A refused request to a signed URL. */
export class BlobError extends Error {
  readonly code: BlobErrorCode

  constructor(code: BlobErrorCode, message: string) {
    super(message)
    this.name = 'BlobError'
    this.code = code
  }

  /** The response: the XML body and the `x-ms-error-code` header that the Azure client reads. */
  answer(): Answer {
    const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${this.code}</Code><Message>${escaped(this.message)}</Message></Error>`
    return {
      status: STATUS[this.code],
      headers: { 'content-type': 'application/xml', 'x-ms-error-code': this.code },
      body,
    }
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
