import { faultsOf, type FaultKind } from '../shared/fault.ts'

/** Why nothing could be signed, or not all of it. */
export const SIGNING_FAULTS = {
  'token-not-allowed': {
    class: 'configuration',
    meaning:
      'The job may not ask GitHub for an identity token, which is what a keyless signature is made with',
    cure: 'Give the job `permissions: id-token: write`. A pull request from a fork cannot have it: sign on push.',
  },
  'token-unavailable': {
    class: 'infrastructure',
    meaning: 'GitHub gave no identity token, after several tries',
    cure: 'Look at githubstatus.com, and re-run the job: what is signed already is not signed again.',
  },
  'token-unusable': {
    class: 'infrastructure',
    meaning: 'The identity token lacks what a certificate is made of',
    cure: 'Run the step in a job of GitHub Actions; a token of another issuer cannot be used.',
  },
  'cosign-not-pinned': {
    class: 'configuration',
    meaning: 'Nothing says what the executable of this version of cosign has to hash to',
    cure: 'Give `cosign-sha256`, from cosign_checksums.txt of that release, or a version that is known here.',
  },
  'cosign-altered': {
    class: 'policy',
    meaning: 'The executable of cosign does not have the SHA-256 that it must have; it was not run',
    cure: 'Compare `cosign-sha256` with the release. If it is right, do not use what was received until that is explained.',
  },
  'cosign-unusable': {
    class: 'configuration',
    meaning: 'The executable of `cosign-path` cannot be run, or cannot do what is asked of it',
    cure: 'Give the path of a cosign 2.4 or later for this machine; `format: bundle` needs 2.6 or later.',
  },
  'cosign-unavailable': {
    class: 'infrastructure',
    meaning: 'Cosign could not be fetched',
    cure: 'Re-run the job; on a runner without a way to github.com, install cosign and give `cosign-path`.',
  },
  'trusted-root-unusable': {
    class: 'configuration',
    meaning: '`trusted-root` or `signing-config` is not there, or not what it should be',
    cure: 'Write it with `cosign trusted-root create` (or `signing-config create`) for your instance of sigstore.',
  },
  'predicate-missing': {
    class: 'configuration',
    meaning: 'The file of a line of `attestations` is not there',
    cure: 'Check that the step before wrote it, and that the artifact with it was downloaded into this job.',
  },
  'predicate-altered': {
    class: 'policy',
    meaning: 'The file of a line of `attestations` does not have the SHA-256 that its line pins',
    cure: 'Find out who wrote the file after the job that reported its SHA-256: any job of the run can upload an artifact of the name.',
  },
  'predicate-invalid': {
    class: 'code',
    meaning: 'The file of a line of `attestations` is not a predicate of the type that its line names',
    cure: 'Give the file in the form of its type: for an SBOM `syft scan -o spdx-json`, for coverage predicate-path of coverage-gate.',
  },
  'predicate-foreign': {
    class: 'policy',
    meaning: 'A coverage proof is of another service, commit or run',
    cure: 'Attest the proof that coverage-gate wrote in this run; re-run all jobs if the run has none.',
  },
  'image-lacks-attested-platform': {
    class: 'configuration',
    meaning:
      'A line of `attestations` names a platform that the image is not there for, or that it has twice',
    cure: 'Name a platform of the image, or leave it out to attest the image as a whole.',
  },
  'image-holds-unknown': {
    class: 'policy',
    meaning: 'The index names something that is neither an image nor an attestation of buildx',
    cure: 'Push it elsewhere, or set `recursive: false` to sign the index alone.',
  },
  'bundle-unreadable': {
    class: 'configuration',
    meaning:
      'The registry has no referrers API, and this cosign would write a list of referrers in which Kyverno finds no bundle',
    cure: 'Set `format: legacy`, or use cosign 3.1 or later.',
  },
  'signing-denied': {
    class: 'configuration',
    meaning: 'The registry or Fulcio refuses who asks',
    cure: 'Log in with an account that may push (on GHCR `permissions: packages: write`), and sign in a job of the issuer that Fulcio trusts.',
  },
  'registry-immutable': {
    class: 'configuration',
    meaning: 'The registry lets no tag be written again, and cosign keeps signatures under tags',
    cure: 'Exclude `sha256-*` from the immutable tags: on ECR `imageTagMutability: IMMUTABLE_WITH_EXCLUSION` with the filter `sha256-*`.',
  },
  'signing-unavailable': {
    class: 'infrastructure',
    meaning: 'Fulcio, Rekor or the registry did not do its part, after several tries',
    cure: 'Look at status.sigstore.dev and at the registry, and re-run the job: what is signed already is not signed again.',
  },
  'signature-untrusted': {
    class: 'configuration',
    meaning:
      'What was signed does not verify, because certificate or log are not of the sigstore that is trusted',
    cure: 'Give the `trusted-root` of the same instance as `fulcio-url` and `rekor-url`.',
  },
  'signature-not-found': {
    class: 'policy',
    meaning: 'Cosign reported success, and the signature or attestation cannot be verified in the registry',
    cure: 'See that nothing else writes signatures of this image at the same time or cleans them up, and re-run the job.',
  },
  'cosign-failed': {
    class: 'infrastructure',
    meaning: 'Cosign failed for a reason that is not known here',
    cure: 'Read the last lines of cosign in the log of this step.',
  },
} as const satisfies Readonly<Record<string, FaultKind>>

export type SigningFaultCode = keyof typeof SIGNING_FAULTS

export const signingFault = faultsOf(SIGNING_FAULTS)
