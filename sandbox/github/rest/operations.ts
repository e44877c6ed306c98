import { branchRules } from '../present/rules.ts'
import { fullRepository } from '../present/repository.ts'
import { allows } from '../tokens.ts'
import type { RestHandler } from './call.ts'
import { createCheckRun, createStatus } from './checks.ts'
import { createCommit, createTree, deleteRef } from './git-data.ts'
import { compareCommits, getCommit, listBranches } from './history.ts'
import { page } from './paging.ts'
import { createPull, getPull, listPulls, mergePull, updatePull } from './pulls.ts'
import {
  createComment,
  createLabels,
  createReview,
  dismiss,
  listComments,
  listReviews,
  requestReviewers,
} from './reviews.ts'

const getRepository: RestHandler = ({ repository, links, caller }) => {
  return {
    status: 200,
    json: fullRepository(repository, links, allows(caller, repository, 'contents', 'write')),
  }
}

const getBranchRules: RestHandler = (call) => {
  return page(call, branchRules(call.repository, call.params['branch'] ?? ''), (rule) => rule)
}

/** The operations by their id in GitHub's OpenAPI document. */
export const OPERATIONS: Readonly<Record<string, RestHandler>> = {
  'checks/create': createCheckRun,
  'git/create-commit': createCommit,
  'git/create-tree': createTree,
  'git/delete-ref': deleteRef,
  'issues/add-labels': createLabels,
  'issues/create-comment': createComment,
  'issues/list-comments': listComments,
  'pulls/create': createPull,
  'pulls/create-review': createReview,
  'pulls/dismiss-review': dismiss,
  'pulls/get': getPull,
  'pulls/list': listPulls,
  'pulls/list-reviews': listReviews,
  'pulls/merge': mergePull,
  'pulls/request-reviewers': requestReviewers,
  'pulls/update': updatePull,
  'repos/compare-commits-with-basehead': compareCommits,
  'repos/create-commit-status': createStatus,
  'repos/get': getRepository,
  'repos/get-branch-rules': getBranchRules,
  'repos/get-commit': getCommit,
  'repos/list-branches': listBranches,
}
