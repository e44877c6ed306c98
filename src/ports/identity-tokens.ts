/** The tokens with which a job proves who it is. */
export interface IdentityTokens {
  /** Whether this job may ask for one. */
  readonly allowed: boolean
  /**
   * A new token for an audience, good for a few minutes.
   *
   * @throws {Fault} `token-unavailable`
   */
  token(audience: string): Promise<string>
}
