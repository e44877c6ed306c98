import { jsonAnswer, textAnswer, type Answer } from '../http/answer.ts'
import { Refusal } from '../http/refusal.ts'
import type { Call, Service } from '../http/service.ts'
import { pemOf } from '../public-key.ts'
import { canonicalEntry } from './proposed-entry.ts'
import type { LogEntry, SignedLog } from './signed-log.ts'

const ENTRIES = '/api/v1/log/entries'

/** The routes of a stand-in for Rekor v1. */
export function rekorService(log: SignedLog, clock: () => Date): Service {
  return {
    name: 'rekor',
    errorBody: (code, message) => ({ code, message }),
    routes: [
      {
        operation: 'rekor/create-entry',
        method: 'POST',
        path: /^\/api\/v1\/log\/entries\/?$/,
        answer: ({ body }) => createEntry(log, body, clock()),
      },
      {
        operation: 'rekor/get-entry-by-index',
        method: 'GET',
        path: /^\/api\/v1\/log\/entries\/?$/,
        answer: (call) => jsonAnswer(200, log.proven(entryOf(byIndex(log, call)))),
      },
      {
        operation: 'rekor/get-entry-by-uuid',
        method: 'GET',
        path: /^\/api\/v1\/log\/entries\/(?<uuid>[0-9a-f]+)$/,
        answer: ({ parts }) => jsonAnswer(200, log.proven(entryOf(log.byUuid(parts['uuid'] ?? '')))),
      },
      {
        operation: 'rekor/public-key',
        method: 'GET',
        path: /^\/api\/v1\/log\/publicKey$/,
        answer: () => textAnswer(200, 'application/x-pem-file', pemOf(log.publicKey)),
      },
    ],
  }
}

function createEntry(log: SignedLog, body: string, now: Date): Answer {
  const { entry, added } = log.add(canonicalEntry(body), now)
  const location = `${ENTRIES}/${entry.uuid}`
  if (!added) {
    const message = `an equivalent entry already exists in the transparency log with UUID ${entry.uuid}`
    throw new Refusal(409, message, { headers: { location } })
  }
  return jsonAnswer(201, log.proven(entry), { etag: entry.uuid, location })
}

function byIndex(log: SignedLog, { query }: Call): LogEntry | undefined {
  return log.entries[Number(query.get('logIndex') ?? -1)]
}

function entryOf(entry: LogEntry | undefined): LogEntry {
  if (entry === undefined) throw new Refusal(404, 'Not Found')
  return entry
}
