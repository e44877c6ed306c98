import { faultsOf, type FaultKind } from '../shared/fault.ts'

/** Why a text is no digest to go on with; each row names the usual mistake behind it. */
export const DIGEST_FAULTS = {
  'digest-empty': {
    class: 'configuration',
    meaning: 'There is no digest, only an empty text',
    cure: 'Give the build step an `id` and `push: true` (without a push there is no digest), declare it under the `outputs` of its job, and check the names in the expression that hands it on.',
  },
  'digest-file-missing': {
    class: 'configuration',
    meaning: 'There is no file at `digest-file`',
    cure: 'Write it in an earlier step of the same job, and name it relative to the workspace.',
  },
  'digest-unexpanded': {
    class: 'configuration',
    meaning: 'An expression or a variable was not expanded',
    cure: 'Write ${{ … }} in the workflow file, where GitHub expands it; in a script, use double quotes around a variable.',
  },
  'digest-null': {
    class: 'configuration',
    meaning: 'The digest is what a tool prints for nothing, such as `null`',
    cure: 'The path given to jq (or the template of another tool) names a field that is not there: use `jq -er`, which fails then, and correct the path.',
  },
  'digest-quoted': {
    class: 'configuration',
    meaning: 'The digest stands in quotes',
    cure: 'Use `jq -r`, which prints text without quotes.',
  },
  'digest-several': {
    class: 'configuration',
    meaning: 'There are several values where one digest is expected',
    cure: 'Hand on one digest; those of several services are given as one line `service=sha256:…` each.',
  },
  'digest-of-reference': {
    class: 'configuration',
    meaning: 'The value is an image reference, not a digest',
    cure: 'Hand on what stands behind the `@`; give the name in front of it as `image`.',
  },
  'digest-tag': {
    class: 'configuration',
    meaning: 'The value is a tag, not a digest',
    cure: 'A tag can be moved and says nothing about content: hand on the `digest` output of the step that pushed the image.',
  },
  'digest-upper-case': {
    class: 'configuration',
    meaning: 'The digest has upper-case letters',
    cure: 'A digest is lower-case by its specification; take it as the registry gave it, and do not change its case.',
  },
  'digest-no-algorithm': {
    class: 'configuration',
    meaning: 'The digest lacks `sha256:` in front of its digits',
    cure: 'Hand on the whole value, with `sha256:`; an image ID or a checksum of something else is not it.',
  },
  'digest-algorithm': {
    class: 'configuration',
    meaning: 'The digest has another algorithm than sha256',
    cure: 'Registries, cosign and Kyverno address images by sha256: take the digest that the push reported.',
  },
  'digest-length': {
    class: 'configuration',
    meaning: 'The digest does not have 64 digits',
    cure: 'It was cut off or shortened for display (docker images shows 12 digits): hand on the whole value.',
  },
  'digest-malformed': {
    class: 'configuration',
    meaning: 'The value is no digest for a reason that none of the other rows describes',
    cure: 'Hand on the `digest` output of the step that pushed the image: sha256: and 64 lower-case hex digits.',
  },
  'digest-sentinel': {
    class: 'configuration',
    meaning:
      'The digest is well-formed and cannot be that of an image: the hash of nothing, or a placeholder',
    cure: 'A command hashed an empty answer, or a default was left in place: look at the step that made the value.',
  },
  'digest-disputed': {
    class: 'policy',
    meaning: 'The sources that are given hold different digests',
    cure: 'Something wrote to one of them: take each from the same run, and re-run the job that pushes the image.',
  },
} as const satisfies Readonly<Record<string, FaultKind>>

export const digestFault = faultsOf(DIGEST_FAULTS)
