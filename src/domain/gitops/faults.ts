import { faultsOf, type FaultKind } from '../shared/fault.ts'

/** Why an overlay cannot be bumped. Nothing is written then. */
export const GITOPS_FAULTS = {
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
  'branch-refused': {
    class: 'configuration',
    meaning: 'The branch template gives no usable name for this overlay and service, or the name of the base',
    cure: 'Change `branch`, for example to bump/{overlay}/{service}.',
  },
} as const satisfies Readonly<Record<string, FaultKind>>

export const gitopsFault = faultsOf(GITOPS_FAULTS)
