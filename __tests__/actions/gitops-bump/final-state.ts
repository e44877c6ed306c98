import { markerOf } from '../../../src/domain/gitops/body-marker.ts'
import { heldImages, type HeldImage } from '../../../src/domain/gitops/held-image.ts'
import { parseKustomization } from '../../../src/domain/gitops/kustomization.ts'
import type { RepositoryHandle } from '../../../sandbox/github/repository-handle.ts'
import { FILE, type World } from './world.ts'

export type Pull = ReturnType<RepositoryHandle['pull']>

/**
 * What people would see of a GitOps repository, without the numbers and times that differ from run to run. Their own words in the body
 * of a pull request are not part of it: GitHub writes a text without a compare-and-swap, so that they can be lost in a race.
 */
export interface FinalState {
  /** What main deploys. */
  readonly deployed: readonly string[]
  /** What became of the pull requests, but for those that the action itself withdrew or would withdraw. */
  readonly pulls: readonly string[]
}

/** The images of a commit or branch that have a digest. */
export function imagesAt(world: World, revision: string): readonly HeldImage[] {
  const text = world.gitops.file(revision, FILE)
  if (text === undefined) return []
  return heldImages(parseKustomization({ path: FILE, text })).filter(({ digest }) => digest !== undefined)
}

/** The number of the commit of the source repository that an image was built from. */
export function commitNumber(world: World, { record }: HeldImage): number {
  return record.kind === 'recorded' ? world.commits.indexOf(record.source.sha) : -1
}

function described(world: World, revision: string): readonly string[] {
  return imagesAt(world, revision).map(
    (image) =>
      `${image.name}@${Number(`0x${image.digest?.slice(7) ?? ''}`)} of commit ${commitNumber(world, image)}`,
  )
}

/** The services whose image a pull request changes, seen from where its branch left the base. */
function proposed(world: World, pull: Pull): string {
  const service = serviceOf(pull.headBranch)
  return described(world, pull.headOid).find((image) => image.startsWith(`${service}@`)) ?? 'nothing'
}

/** The service in the name of a branch, `bump/dev/orders` or `bump/dev/orders-<sha>`. */
export function serviceOf(branch: string): string {
  return /^bump\/dev\/(?<service>[a-z]+)/.exec(branch)?.groups?.['service'] ?? branch
}

function isWithdrawn({ state, body }: Pull): boolean {
  return state === 'CLOSED' && markerOf(body)?.closed === true
}

/** Whether a pull request proposes what main deploys by other means: whether it is closed yet says only who looked last. */
function isPointless(world: World, pull: Pull, deployed: readonly string[]): boolean {
  return pull.state === 'OPEN' && deployed.includes(proposed(world, pull))
}

export function finalState(world: World): FinalState {
  const deployed = described(world, 'main')
  return {
    deployed,
    pulls: world.gitops
      .pulls()
      .filter((pull) => !isWithdrawn(pull) && !isPointless(world, pull, deployed))
      .map((pull) => {
        const merge = pull.autoMerge === undefined ? '' : `, ${pull.autoMerge.method} when ready`
        const approvals =
          pull.state === 'OPEN' ? approvedBy(pull).map((login) => `, approved by ${login}`) : []
        return `${pull.state} ${pull.headBranch}: ${proposed(world, pull)}${merge}${approvals.join('')}`
      })
      .sort(),
  }
}

/** Those whose last word about the pull request is yes. */
function approvedBy({ reviews }: Pull): readonly string[] {
  return reviews.filter(({ state }) => state === 'APPROVED').map(({ author }) => author.login)
}

/** All that a run may leave: the final state, the texts and people of the pull requests, and the branches. */
export function everything(world: World): unknown {
  const { gitops } = world
  return {
    ...finalState(world),
    branches: Object.keys(gitops.branches()),
    details: gitops.pulls().map((pull) => ({
      state: pull.state,
      title: pull.title,
      body: pull.body.replaceAll(world.github.url, 'https://github.test'),
      labels: pull.labels,
      reviewers: pull.requestedReviewers.map(({ login }) => login),
      approvedBy: approvedBy(pull),
      autoMerge: pull.autoMerge?.method,
      headline: pull.autoMerge?.headline,
    })),
  }
}

/**
 * What is wrong with the text of an open pull request: it has to be about the digest of its head. GitHub offers no compare-and-swap for
 * a text, so a run may write over the words of another one. It then puts in their place what the files tell, and claims no value: what
 * the jobs of the other run reported is gone until that one runs again.
 */
export function misdescriptions(world: World): readonly string[] {
  return world.gitops
    .pulls()
    .filter(({ state }) => state === 'OPEN')
    .flatMap((pull) => {
      const image = imagesAt(world, pull.headOid).find(({ name }) => name === serviceOf(pull.headBranch))
      if (image?.record.kind !== 'recorded') return [`#${pull.number} holds no digest`]
      const { digest = '', record } = image
      const marker = markerOf(pull.body)
      const value = `kustomize/overlays/dev:${image.name}=${image.newName ?? image.name}@${digest}`
      return [
        ...(pull.body.includes(`${digest}\``) ? [] : [`the body of #${pull.number} does not show ${digest}`]),
        ...(pull.title.includes(record.source.sha.slice(0, 12))
          ? []
          : [`#${pull.number} has the title ${pull.title}`]),
        ...((marker?.value === value || marker?.value === '') && !marker.closed
          ? []
          : [`the marker of #${pull.number} is ${JSON.stringify(marker)}, not ${value}`]),
      ]
    })
}
