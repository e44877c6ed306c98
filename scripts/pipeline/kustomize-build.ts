import { lastLines, runCommand } from '../toolchain/run-command.ts'

/**
 * Builds an overlay with the real kustomize.
 *
 * @param kustomize absolute path of the executable
 * @param folder absolute path of the overlay
 * @returns the manifests as kustomize prints them
 * @throws Error with kustomize's message when it refuses
 */
export async function kustomizeBuild(kustomize: string, folder: string): Promise<string> {
  const finished = await runCommand(kustomize, ['build', folder], { cwd: folder, env: process.env })
  if (finished?.exitCode === 0) return finished.stdout
  throw new Error(`kustomize build: ${lastLines(finished?.output ?? 'there is no such command', 5)}`)
}
