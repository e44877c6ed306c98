import { nodeId } from '../model/account.ts'
import type { Repository } from '../model/repository.ts'
import { simpleUser } from './account.ts'
import type { Links } from './links.ts'

/** The addresses of a repository: key to what follows its own. */
const ADDRESSES = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
} as const

/** The address of a repository in the API. */
export function repositoryUrl({ fullName }: Repository, { api }: Links): string {
  return `${api}/repos/${fullName}`
}

/** OpenAPI's `repository`, as it stands in heads and bases. */
export function repositoryFields(repository: Repository, links: Links): Record<string, unknown> {
  const { id, name, owner, fullName, settings, parent, createdAt } = repository
  const url = repositoryUrl(repository, links)
  const page = `${links.html}/${fullName}`
  const addresses = Object.entries(ADDRESSES).map(([key, suffix]) => [key, `${url}${suffix}`])
  const time = createdAt.toISOString()
  return {
    id,
    node_id: nodeId('R', id),
    name,
    full_name: fullName,
    owner: simpleUser(repository.site.account(owner, 'Organization'), links),
    private: settings.visibility === 'private',
    visibility: settings.visibility,
    html_url: page,
    description: null,
    fork: parent !== undefined,
    url,
    ...(Object.fromEntries(addresses) as Record<string, string>),
    git_url: `git://${new URL(links.html).host}/${fullName}.git`,
    ssh_url: `git@${new URL(links.html).host}:${fullName}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: repository.defaultBranch,
    created_at: time,
    updated_at: time,
    pushed_at: time,
    ...counts(repository),
    ...features(repository),
  }
}

/** OpenAPI's `full-repository`; the settings of merging are for those with write access. */
export function fullRepository(
  repository: Repository,
  links: Links,
  writes: boolean,
): Record<string, unknown> {
  const { settings } = repository
  return {
    ...repositoryFields(repository, links),
    has_discussions: false,
    network_count: 0,
    subscribers_count: 0,
    permissions: { admin: false, maintain: false, push: writes, triage: writes, pull: true },
    ...(writes
      ? {
          allow_auto_merge: settings.allowAutoMerge,
          allow_merge_commit: settings.mergeMethods.includes('merge'),
          allow_squash_merge: settings.mergeMethods.includes('squash'),
          allow_rebase_merge: settings.mergeMethods.includes('rebase'),
          delete_branch_on_merge: settings.deleteBranchOnMerge,
        }
      : {}),
  }
}

function counts({ pulls }: Repository): Record<string, number> {
  const open = pulls.filter(({ state }) => state === 'OPEN').length
  const none = { forks: 0, forks_count: 0, size: 0, stargazers_count: 0, watchers: 0, watchers_count: 0 }
  return { ...none, open_issues: open, open_issues_count: open }
}

function features({ settings }: Repository): Record<string, boolean> {
  return {
    has_downloads: true,
    has_issues: true,
    has_pages: false,
    has_projects: true,
    has_wiki: true,
    archived: settings.archived,
    disabled: false,
  }
}
