import { lastLines, runCommand } from '../../scripts/toolchain/run-command.ts'
import { pushImage } from '../registry/push-image.ts'
import { baseImage } from './base-image.ts'

/** Where images are pushed to, and with which login. */
export interface ImageStore {
  /** Scheme, host and port. */
  readonly url: string
  /** Host and port, as a reference begins with it. */
  readonly host: string
  readonly authorization: string
  /** The folder of the `config.json` with the login. */
  readonly dockerConfig: string
}

/** What is built. Paths are absolute. */
export interface ImageSource {
  /** The executable of ko. */
  readonly ko: string
  /** The folder of the Go module. */
  readonly module: string
  /** The package of the program: `./cmd/orders`. */
  readonly program: string
  /** `org/orders` */
  readonly repository: string
  /** The commit, which the image is tagged with and says of itself. */
  readonly revision: string
}

/** The platforms of every image. */
export const PLATFORMS = ['linux/amd64', 'linux/arm64'] as const

/**
 * Builds the image of a Go program for two platforms and pushes it under the tag `sha-<commit>`, with ko in the place of buildx. As with
 * buildx a second build of the same commit has another digest: the time is in it.
 *
 * @returns the digest of the index
 * @throws Error with the last words of ko
 */
export async function buildImage(
  { ko, module, program, repository, revision }: ImageSource,
  { url, host, authorization, dockerConfig }: ImageStore,
): Promise<string> {
  const base = baseImage(PLATFORMS)
  await pushImage({ url, repository: 'sandbox/base', authorization }, base)
  const ended = await runCommand(
    ko,
    [
      'build',
      program,
      '--bare',
      `--platform=${PLATFORMS.join(',')}`,
      `--tags=sha-${revision}`,
      `--image-label=org.opencontainers.image.revision=${revision}`,
      `--image-annotation=org.opencontainers.image.created=${new Date().toISOString()}`,
      '--sbom=none',
    ],
    {
      cwd: module,
      env: {
        ...process.env,
        DOCKER_CONFIG: dockerConfig,
        KO_DOCKER_REPO: `${host}/${repository}`,
        KO_DEFAULTBASEIMAGE: `${host}/sandbox/base@${base.index.digest}`,
      },
    },
  )
  const digest = /@(sha256:[0-9a-f]{64})$/m.exec(ended?.stdout ?? '')?.[1]
  if (ended?.exitCode === 0 && digest !== undefined) return digest
  throw new Error(`ko did not build ${program} of ${module}:\n${lastLines(ended?.output ?? '', 20)}`)
}
