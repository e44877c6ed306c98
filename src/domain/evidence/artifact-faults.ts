import { faultsOf, type FaultKind } from '../shared/fault.ts'

/** What can be wrong with an artifact that carries a digest, and with evidence on its way. */
export const ARTIFACT_FAULTS = {
  'artifact-missing': {
    class: 'configuration',
    meaning: 'No job of this run has uploaded the artifact, or that of one of `services`',
    cure: 'Let the job that pushes the image run validate-digest with `publish-artifact: true`, and name that job under `needs`.',
  },
  'artifact-unexpected': {
    class: 'policy',
    meaning: 'An artifact matches the pattern and belongs to none of `services`',
    cure: 'Name its service under `services`, or find out which job uploaded it.',
  },
  'artifact-unpinned': {
    class: 'configuration',
    meaning:
      'There is an artifact, and neither `digest` nor `artifact-evidence-sha256` from the job that published it',
    cure: 'Declare the outputs `digest` and `evidence-sha256` of the publishing step as outputs of its job, and give them as `digest` and `artifact-evidence-sha256`; check the names in the expressions, as a mistyped one is empty.',
  },
  'artifact-unreadable': {
    class: 'policy',
    meaning:
      'An artifact is no zip archive, too large, damaged, or holds a path that leads out of it or that does not belong',
    cure: 'An artifact with a digest holds digest.txt and evidence/<action>.json, nothing else: let validate-digest make it with `publish-artifact: true`.',
  },
  'artifact-altered': {
    class: 'policy',
    meaning: 'An artifact is not what the job that published it has vouched for',
    cure: 'Another job uploaded an artifact of that name, or `artifact-evidence-sha256` is that of another run: re-run the job that publishes it.',
  },
  'artifact-taken': {
    class: 'configuration',
    meaning:
      'There is an artifact of the name already, and it is not one that an earlier attempt of this job has uploaded',
    cure: 'Give each step that publishes, and each leg of a matrix, a `service` of its own; where there is only one, find out which job uploads an artifact of this name.',
  },
  'artifact-unsupported': {
    class: 'configuration',
    meaning: 'The runner is one of GitHub Enterprise Server, which has no artifacts of this kind',
    cure: 'Leave `artifact` and `publish-artifact` out: hand the digest on as a job output, and give it as `digest`.',
  },
  'artifact-service': {
    class: 'infrastructure',
    meaning: 'The artifact service of GitHub Actions cannot be used, or did not answer',
    cure: 'Artifacts are there on GitHub.com runners only, and in steps of actions; re-run the job if the service had a failure.',
  },
  'evidence-ambiguous': {
    class: 'configuration',
    meaning: 'Two evidence files are of the same action',
    cure: 'Give one of them: a later job could not tell which of the two counts.',
  },
} as const satisfies Readonly<Record<string, FaultKind>>

export const artifactFault = faultsOf(ARTIFACT_FAULTS)
