import { faultsOf, type FaultKind } from '../shared/fault.ts'

/** Why the text of a kustomization cannot be edited. */
export const KUSTOMIZATION_FAULTS = {
  'kustomization-encoding': {
    class: 'configuration',
    meaning: 'The kustomization is not UTF-8, or holds characters that YAML readers do not agree on',
    cure: 'Save the file as UTF-8 with LF or CRLF line ends and without control characters.',
  },
  'kustomization-malformed': {
    class: 'configuration',
    meaning: 'The kustomization is not a YAML mapping that every YAML reader understands alike',
    cure: 'Correct the line in the GitOps repository; kustomize build shows whether it is well again.',
  },
  'kustomization-documents': {
    class: 'configuration',
    meaning: 'The kustomization holds several documents, directives or a document end',
    cure: 'Keep one document per kustomization: kustomize reads the first and drops the rest.',
  },
  'kustomization-refused': {
    class: 'configuration',
    meaning:
      'kustomize itself would refuse the kustomization: an unknown field, a value of another type, a wrong kind',
    cure: 'Correct the field; numbers, dates and words such as yes or on that are meant as text belong in quotes.',
  },
  'kustomization-duplicate': {
    class: 'configuration',
    meaning: 'A key or the name of an image stands twice; kustomize would silently drop one of them',
    cure: 'Remove the one that is not meant.',
  },
  'kustomization-style': {
    class: 'configuration',
    meaning: 'The images are written in a way that cannot be changed line by line',
    cure: 'Write the list in block style, one field per line, without anchors, aliases and tags; kustomize edit fix does so.',
  },
} as const satisfies Readonly<Record<string, FaultKind>>

/** Why an overlay cannot be bumped. Nothing is written then. */
export const GITOPS_FAULTS = {
  ...KUSTOMIZATION_FAULTS,
  'kustomization-several': {
    class: 'configuration',
    meaning: 'The overlay holds several kustomizations; kustomize would refuse it',
    cure: 'Keep one of kustomization.yaml, kustomization.yml and Kustomization.',
  },
  'kustomization-irregular': {
    class: 'configuration',
    meaning: 'The kustomization is a symbolic link or no file',
    cure: 'Put a regular file in its place, or name the folder that the link points to.',
  },
  'kustomization-too-large': {
    class: 'configuration',
    meaning: 'The kustomization is too large to be read by API',
    cure: 'Move patches and generators into files of their own.',
  },
  'overlay-missing': {
    class: 'configuration',
    meaning: 'The overlay is not in the GitOps repository, or holds no kustomization',
    cure: 'Correct `overlay`, or `base` where it is on another branch; the path is relative to the root of the repository.',
  },
  'base-missing': {
    class: 'configuration',
    meaning: 'The base branch is not in the GitOps repository',
    cure: 'Correct `base`, or create the branch.',
  },
  'record-unreadable': {
    class: 'policy',
    meaning:
      'The commit that is recorded beside a digest cannot be read, so that nobody can tell which is newer',
    cure: 'Correct the comment to `# <full ref> <40 hex digits>`, or remove it to let the next bump go without a guard.',
  },
  'source-unknown': {
    class: 'infrastructure',
    meaning: 'Two commits of the source repository cannot be compared',
    cure: 'Check `source-token` (contents: read) and whether the recorded commit still exists; after a rewritten history remove the comment beside the digest.',
  },
  'run-unknown': {
    class: 'configuration',
    meaning: 'The run does not say its repository, commit or ref',
    cure: 'Run the action in a workflow, or set GITHUB_REPOSITORY, GITHUB_SHA and GITHUB_REF.',
  },
  'promotion-refused': {
    class: 'policy',
    meaning: 'What the overlay of `promote-from` holds is not what this ref may deploy',
    cure: 'Tag a commit of a release branch that contains what the other overlay deploys.',
  },
  'approval-stays': {
    class: 'policy',
    meaning:
      'An approval of another digest cannot be dismissed, and no rule of the base dismisses it on push',
    cure: 'Let the token dismiss reviews, or require on the base that a push dismisses stale approvals.',
  },
  'auto-merge-not-allowed': {
    class: 'configuration',
    meaning: 'The GitOps repository does not allow auto-merge',
    cure: 'Turn on "Allow auto-merge" in the settings of the GitOps repository, or set `auto-merge` to off.',
  },
  'pull-request-queued': {
    class: 'infrastructure',
    meaning:
      'The pull request is in the merge queue with an older digest, and its branch cannot change there',
    cure: 'Run the job again when the queue has merged it.',
  },
  'repository-archived': {
    class: 'configuration',
    meaning: 'The GitOps repository is archived',
    cure: 'Correct `repository`.',
  },
  'race-lost': {
    class: 'infrastructure',
    meaning:
      'Each time this run was about to write, others were faster, or a rule of the repository refused it',
    cure: 'Where the reason names a rule, let the token move that branch; else run the job again, and keep runs apart by a concurrency group per service and overlay.',
  },
  'branch-refused': {
    class: 'configuration',
    meaning: 'The branch template gives no usable name for this overlay and service, or the name of the base',
    cure: 'Change `branch`, for example to bump/{overlay}/{service}.',
  },
} as const satisfies Readonly<Record<string, FaultKind>>

export const gitopsFault = faultsOf(GITOPS_FAULTS)
