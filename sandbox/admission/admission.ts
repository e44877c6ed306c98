import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { stringify } from 'yaml'

import { provideTools } from '../../scripts/toolchain/provide.ts'
import { lastLines, runCommand } from '../../scripts/toolchain/run-command.ts'
import type { Instance } from '../sigstore/trust/trusted-root.ts'
import { readVerdict, type Verdict } from './policy-report.ts'
import { withTrustRoots } from './trust-roots.ts'

/** What an admission decides by. */
export interface AdmissionOptions {
  /** Paths of files with Kyverno policies. */
  readonly policies: readonly string[]
  /** The instance of sigstore that takes the place of the public one. */
  readonly instance: Instance
  /** The folder of the `config.json` with the password of the registry; undefined for a registry without one. */
  readonly dockerConfig?: string
  /** Is told when the Kyverno CLI is built. */
  readonly onProgress?: (line: string) => void
}

/** Decides as a cluster with these policies would. */
export interface Admission extends AsyncDisposable {
  /**
   * Asks for a Pod that names the image.
   *
   * @throws Error when nothing was decided: no rule is about the image, or Kyverno failed
   */
  decide(image: string): Promise<Verdict>
  /** Removes what was written. */
  close(): Promise<void>
}

/**
 * Stands in for the admission controller of a cluster: the real Kyverno CLI applies the real policies, which trust the
 * given instance of sigstore. There is no cluster: what depends on one (exceptions, namespaces, other resources) is not decided.
 *
 * @throws ToolUnavailableError when the Kyverno CLI cannot be had
 * @throws Error when a policy cannot be given the roots of the instance
 */
export async function openAdmission(options: AdmissionOptions): Promise<Admission> {
  const { policies, instance, dockerConfig, onProgress = () => undefined } = options
  const { kyverno } = await provideTools(['kyverno'], { onProgress })
  const folder = await mkdtemp(join(tmpdir(), 'admission-'))
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const paths = await Promise.all(
      policies.map(async (path, index) => {
        const text = withTrustRoots(await readFile(path, 'utf8'), basename(path), instance)
        const trusting = join(folder, `policy-${index}.yaml`)
        await writeFile(trusting, text)
        return trusting
      }),
    )
    const env = {
      PATH: process.env['PATH'],
      HOME: folder,
      ...(dockerConfig === undefined ? {} : { DOCKER_CONFIG: dockerConfig }),
    }
    const decide = async (image: string): Promise<Verdict> => {
      const pod = join(await mkdtemp(join(folder, 'pod-')), 'pod.yaml')
      await writeFile(pod, podOf(image))
      const args = ['apply', ...paths, '--resource', pod, '--registry', '--policy-report']
      const ended = await runCommand(kyverno.path, [...args, '--output-format', 'json'], { cwd: folder, env })
      // 0: all rules pass, or none is about the image; 1: some do not, and there is a report
      const decided = ended?.exitCode === 0 || (ended?.exitCode === 1 && ended.stdout !== '')
      if (!decided) {
        throw new Error(`Kyverno did not decide on ${image}:\n${lastLines(ended?.output ?? '', 20)}`)
      }
      return readVerdict(ended.stdout)
    }
    return { decide, close, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

function podOf(image: string): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'admission', namespace: 'default' },
    spec: { containers: [{ name: 'main', image }] },
  })
}
