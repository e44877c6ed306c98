import { TwirpError } from './twirp-error.ts'

const DAY = 24 * 60 * 60 * 1000

/**
 * When an artifact expires: at the time asked for, at the latest `days` days after its creation, which is also
 * the default (GitHub documentation, "Configuring the retention period": a value set in a workflow cannot exceed
 * the limit of the repository).
 *
 * @throws TwirpError `invalid_argument` when the time asked for is not in the future.
 */
export function expiry(createdAt: Date, asked: Date | undefined, days: number): Date {
  const latest = new Date(createdAt.getTime() + days * DAY)
  if (asked === undefined) return latest
  if (asked <= createdAt) throw new TwirpError('invalid_argument', 'expires_at must be in the future')
  return asked < latest ? asked : latest
}
