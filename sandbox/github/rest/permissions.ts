import { Refusal } from '../model/refusal.ts'
import type { Repository } from '../model/repository.ts'
import { allows, missingPermission, type Caller, type Level } from '../tokens.ts'

/** Sets of permissions, one of which is enough. */
type Accepted = readonly Readonly<Record<string, Level>>[]

/** What the documentation of each operation names under "fine-grained access tokens". */
const ACCEPTED: Readonly<Record<string, Accepted>> = {
  'checks/create': [{ checks: 'write' }],
  'git/create-commit': [{ contents: 'write' }],
  'git/create-tree': [{ contents: 'write' }],
  'git/delete-ref': [{ contents: 'write' }],
  'issues/add-labels': [{ issues: 'write' }, { pull_requests: 'write' }],
  'issues/create-comment': [{ issues: 'write' }, { pull_requests: 'write' }],
  'issues/list-comments': [{ issues: 'read' }, { pull_requests: 'read' }],
  'pulls/create': [{ pull_requests: 'write' }],
  'pulls/create-review': [{ pull_requests: 'write' }],
  'pulls/dismiss-review': [{ pull_requests: 'write' }],
  'pulls/get': [{ pull_requests: 'read' }],
  'pulls/list': [{ pull_requests: 'read' }],
  'pulls/list-reviews': [{ pull_requests: 'read' }],
  'pulls/merge': [{ contents: 'write' }],
  'pulls/request-reviewers': [{ pull_requests: 'write' }],
  'pulls/update': [{ pull_requests: 'write' }],
  'repos/compare-commits-with-basehead': [{ contents: 'read' }],
  'repos/create-commit-status': [{ statuses: 'write' }],
  'repos/get': [{ metadata: 'read' }],
  'repos/get-branch-rules': [{ metadata: 'read' }],
  'repos/get-commit': [{ contents: 'read' }],
  'repos/list-branches': [{ contents: 'read' }],
}

/** The header `x-accepted-github-permissions` of an operation: sets by `; `, the permissions of a set by `, `. */
export function acceptedPermissions(operationId: string): string {
  const sets = (ACCEPTED[operationId] ?? []).map((set) => {
    return Object.entries(set)
      .map(([permission, level]) => `${permission}=${level}`)
      .join(', ')
  })
  return sets.join('; ')
}

/** @throws Refusal 401 for nobody, 403 for a token without the permission. */
export function requirePermission(operationId: string, caller: Caller, repository: Repository): void {
  const granted = (ACCEPTED[operationId] ?? []).some((set) => {
    return Object.entries(set).every(([permission, level]) => allows(caller, repository, permission, level))
  })
  if (granted) return
  if (caller.kind === 'none') throw new Refusal(401, 'Requires authentication')
  throw new Refusal(403, missingPermission(caller))
}
