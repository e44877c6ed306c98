import { KUSTOMIZATION_NAMES } from '../../domain/gitops/kustomization-file.ts'
import type { OverlayPath } from '../../domain/gitops/overlay-path.ts'

/** A GraphQL document and the paths in its variables. */
interface Query {
  readonly text: string
  readonly paths: Readonly<Record<string, string>>
}

const PULL = 'id number url title body headRefName headRefOid baseRefName isCrossRepository'
const CLOSED = 3
const MERGED = 5
const PAGE = 30

/** Everything that a bump decides by, in one request, so that no commit can come between. */
export function snapshotQuery(overlays: readonly OverlayPath[]): Query {
  const { fragment, declarations, paths } = overlayFragment(overlays)
  return {
    paths,
    text: `query($owner:String!,$name:String!,$base:String!,$branch:String!,$head:String!,$hasBase:Boolean!,$baseBranch:String${declarations}){
  repository(owner:$owner,name:$name){
    id isArchived autoMergeAllowed
    mergeQueue(branch:$baseBranch){id}
    defaultBranchRef @skip(if:$hasBase){name target{...Overlays}}
    base:ref(qualifiedName:$base) @include(if:$hasBase){name target{...Overlays}}
    branch:ref(qualifiedName:$branch){target{...Overlays}}
    open:pullRequests(states:[OPEN],headRefName:$head,first:${PAGE}){nodes{${PULL}
      mergeable isInMergeQueue autoMergeRequest{mergeMethod}
      reviews(states:[APPROVED],last:100){nodes{fullDatabaseId author{login} commit{oid}}}
      commits(last:1){nodes{commit{...Overlays}}}}}
    closed:pullRequests(states:[CLOSED],headRefName:$head,first:${CLOSED},orderBy:{field:UPDATED_AT,direction:DESC}){nodes{${PULL}
      commits(last:1){nodes{commit{...Overlays}}}}}
  }
}
${fragment}`,
  }
}

/** A page of the open pull requests of a base. */
export function openPullRequestsQuery(overlays: readonly OverlayPath[]): Query {
  const { fragment, declarations, paths } = overlayFragment(overlays)
  return {
    paths,
    text: `query($owner:String!,$name:String!,$base:String!,$ref:String!,$after:String${declarations}){
  repository(owner:$owner,name:$name){
    base:ref(qualifiedName:$ref){target{oid}}
    pullRequests(states:[OPEN],baseRefName:$base,first:${PAGE},after:$after){
      pageInfo{hasNextPage endCursor}
      nodes{${PULL} commits(last:1){nodes{commit{...Overlays}}}}}
  }
}
${fragment}`,
  }
}

/** The last merged pull requests of a branch. */
export function mergedPullRequestsQuery(overlays: readonly OverlayPath[]): Query {
  const { fragment, declarations, paths } = overlayFragment(overlays)
  return {
    paths,
    text: `query($owner:String!,$name:String!,$head:String!${declarations}){
  repository(owner:$owner,name:$name){
    pullRequests(states:[MERGED],headRefName:$head,first:${MERGED},orderBy:{field:UPDATED_AT,direction:DESC}){
      nodes{${PULL} commits(last:1){nodes{commit{...Overlays}}}}}
  }
}
${fragment}`,
  }
}

export const UPDATE_REFS = 'mutation($input:UpdateRefsInput!){updateRefs(input:$input){clientMutationId}}'
export const ENABLE_AUTO_MERGE =
  'mutation($input:EnablePullRequestAutoMergeInput!){enablePullRequestAutoMerge(input:$input){clientMutationId}}'
export const DISABLE_AUTO_MERGE =
  'mutation($input:DisablePullRequestAutoMergeInput!){disablePullRequestAutoMerge(input:$input){pullRequest{headRefOid}}}'
export const ENQUEUE =
  'mutation($input:EnqueuePullRequestInput!){enqueuePullRequest(input:$input){clientMutationId}}'

/** The names of the branches below a prefix, a page of them. */
export const BRANCHES = `query($owner:String!,$name:String!,$prefix:String!,$after:String){
  repository(owner:$owner,name:$name){
    refs(refPrefix:$prefix,first:100,after:$after){pageInfo{hasNextPage endCursor} nodes{name prefix}}
  }
}`

/**
 * What a commit holds of the overlays: for each the folder, and each file that could be its kustomization. `file` looks into the
 * tree of the very commit, and is null where there is nothing.
 */
function overlayFragment(overlays: readonly OverlayPath[]): {
  readonly fragment: string
  readonly declarations: string
  readonly paths: Readonly<Record<string, string>>
} {
  const paths = Object.fromEntries(
    overlays.flatMap(({ text }, index) => [
      [`d${index}`, text],
      ...KUSTOMIZATION_NAMES.map((name, file) => [`d${index}f${file}`, `${text}/${name}`] as const),
    ]),
  )
  const fields = Object.keys(paths).map((alias) =>
    alias.includes('f')
      ? `${alias}:file(path:$${alias}){mode type oid object{... on Blob{byteSize isBinary isTruncated text}}}`
      : `${alias}:file(path:$${alias}){type}`,
  )
  return {
    paths,
    declarations: Object.keys(paths)
      .map((alias) => `,$${alias}:String!`)
      .join(''),
    fragment: `fragment Overlays on Commit{oid tree{oid} parents(first:2){nodes{oid}} ${fields.join(' ')}}`,
  }
}
