/** Where the API and the pages of the stand-in are, as the caller came in. */
export interface Links {
  /** Without a slash at the end: `http://127.0.0.1:<port>`, or with `/api/v3`. */
  readonly api: string
  /** `http://127.0.0.1:<port>` */
  readonly html: string
}
