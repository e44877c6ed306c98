import { faultsOf, type FaultKind } from '../shared/fault.ts'

/** What a registry can have to say against a digest, and why it may have nothing to say. */
export const REGISTRY_FAULTS = {
  'image-missing': {
    class: 'policy',
    meaning: 'The registry has no manifest with this digest',
    cure: 'Check that `image` names the repository that the build pushed to, and that nothing cleaned it up since.',
  },
  'image-is-blob': {
    class: 'configuration',
    meaning: 'The digest is that of a config (an image ID) or of a layer, not of a manifest',
    cure: 'Hand on the `digest` output of docker/build-push-action, not `imageid`, and not what docker inspect calls Id.',
  },
  'image-foreign-bytes': {
    class: 'policy',
    meaning:
      'What the registry gives for a digest does not hash to it, or has another size than the index says',
    cure: 'The registry, or a proxy in front of it, gives something else than what was asked for: do not use it until that is explained.',
  },
  'image-not-image': {
    class: 'policy',
    meaning: 'The manifest is a signature, an attestation or another artifact, not an image',
    cure: 'Hand on the digest of the image itself, as the step reported it that pushed the image.',
  },
  'image-no-index': {
    class: 'policy',
    meaning: '`require-index` is set, and the digest is that of a single-platform manifest',
    cure: 'Build for several platforms (or with provenance) so that an index is pushed, and hand on its digest.',
  },
  'image-lacks-platform': {
    class: 'policy',
    meaning: 'The image is not there for every platform of `platforms`',
    cure: 'Give the build step the same `platforms`, and hand on the digest of the index, not of one of its manifests.',
  },
  'image-other-platform': {
    class: 'policy',
    meaning: 'The index says another platform of a manifest than the config of that manifest does',
    cure: 'A node of the platform in the index would get a program that it cannot run: build that platform again, and push a new index.',
  },
  'manifest-malformed': {
    class: 'policy',
    meaning:
      'A manifest cannot be read: no OCI or Docker manifest or index, contradicting itself, larger than 4 MiB, or naming more than 200 others',
    cure: 'Push the image with a current builder (buildx, ko, crane), which writes OCI or Docker schema 2 manifests.',
  },
  'registry-denied': {
    class: 'configuration',
    meaning: 'The registry does not let this job read the image',
    cure: 'Log in before this step (docker/login-action, or a credential helper), with a login that may pull; on GHCR the job needs `permissions: packages: read`.',
  },
  'registry-unavailable': {
    class: 'infrastructure',
    meaning: 'The registry did not answer, or only with errors, after several tries',
    cure: 'Look at the status of the registry and the network of the runner, and re-run the job.',
  },
  'registry-unsafe': {
    class: 'policy',
    meaning: 'The registry sends clients, or their credentials, to a place that is not protected',
    cure: 'Serve the registry and its token service over https.',
  },
  'credentials-unreadable': {
    class: 'configuration',
    meaning: 'The docker configuration or a credential helper that it names cannot be used',
    cure: 'Repair or remove config.json in the folder of DOCKER_CONFIG (~/.docker), or install the helper that it names.',
  },
} as const satisfies Readonly<Record<string, FaultKind>>

export const registryFault = faultsOf(REGISTRY_FAULTS)
