import { lastLines, runCommand } from '../../scripts/toolchain/run-command.ts'

/** What a bill of materials is made of. Paths are absolute. */
export interface ScannedImage {
  /** The executable of syft. */
  readonly syft: string
  /** `registry/repository@sha256:…` */
  readonly image: string
  /** The folder of the `config.json` with the login. */
  readonly dockerConfig: string
  /** The folder of the caches of syft. */
  readonly home: string
}

/**
 * Writes the SBOM of an image as SPDX JSON. Of an index that is the one of linux/amd64: the platforms are built of the same source.
 *
 * @param path absolute
 * @throws Error with the last words of syft
 */
export async function writeSoftwareBill(
  path: string,
  { syft, image, dockerConfig, home }: ScannedImage,
): Promise<void> {
  const ended = await runCommand(
    syft,
    ['scan', `registry:${image}`, '--platform=linux/amd64', `--output=spdx-json=${path}`, '--quiet'],
    {
      cwd: home,
      env: {
        PATH: process.env['PATH'],
        HOME: home,
        DOCKER_CONFIG: dockerConfig,
        SYFT_CHECK_FOR_APP_UPDATE: 'false',
        SYFT_REGISTRY_INSECURE_USE_HTTP: 'true',
      },
    },
  )
  if (ended?.exitCode !== 0) {
    throw new Error(`syft made no SBOM of ${image}:\n${lastLines(ended?.output ?? '', 20)}`)
  }
}
