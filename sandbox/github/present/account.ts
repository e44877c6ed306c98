import { nodeId, type Account, type Team } from '../model/account.ts'
import type { Links } from './links.ts'

/** OpenAPI's `simple-user`. */
export function simpleUser({ id, login, type }: Account, { api, html }: Links): Record<string, unknown> {
  const url = `${api}/users/${login}`
  return {
    login,
    id,
    node_id: nodeId(type === 'Bot' ? 'BOT' : 'U', id),
    avatar_url: `${html}/avatars/${id}`,
    gravatar_id: '',
    url,
    html_url: type === 'Bot' ? `${html}/apps/${login.replace('[bot]', '')}` : `${html}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  }
}

/** OpenAPI's `team`. */
export function team({ id, organization, slug }: Team, { api, html }: Links): Record<string, unknown> {
  const url = `${api}/organizations/${organization}/team/${id}`
  return {
    id,
    node_id: nodeId('T', id),
    url,
    html_url: `${html}/orgs/${organization}/teams/${slug}`,
    name: slug,
    slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    parent: null,
    type: 'organization',
  }
}
