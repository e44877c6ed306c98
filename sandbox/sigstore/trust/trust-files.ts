import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { pemOf } from '../public-key.ts'
import { signingConfig, trustedRoot, type Instance } from './trusted-root.ts'

/** Absolute paths of the files that make a client trust one instance and no other. */
export interface TrustFiles {
  /** `--trusted-root` of cosign 2.6 and 3. */
  readonly trustedRoot: string
  /** `--signing-config` of cosign 3. */
  readonly signingConfig: string
  /** PEM for `SIGSTORE_ROOT_FILE`: the certificates of Fulcio's authority. */
  readonly fulcio: string
  /** PEM for `SIGSTORE_CT_LOG_PUBLIC_KEY_FILE`. */
  readonly certificateLog: string
  /** PEM for `SIGSTORE_REKOR_PUBLIC_KEY`. */
  readonly rekor: string
}

/** Writes them into a folder, which is made when it is missing. */
export async function writeTrustFiles(folder: string, instance: Instance): Promise<TrustFiles> {
  const files = {
    trustedRoot: join(folder, 'trusted_root.json'),
    signingConfig: join(folder, 'signing_config.v0.2.json'),
    fulcio: join(folder, 'fulcio.pem'),
    certificateLog: join(folder, 'ctfe.pub'),
    rekor: join(folder, 'rekor.pub'),
  }
  await mkdir(folder, { recursive: true })
  await writeFile(files.trustedRoot, JSON.stringify(trustedRoot(instance), undefined, 2))
  await writeFile(files.signingConfig, JSON.stringify(signingConfig(instance), undefined, 2))
  await writeFile(files.fulcio, instance.fulcioChain.map(String).join(''))
  await writeFile(files.certificateLog, pemOf(instance.certificateLogKey))
  await writeFile(files.rekor, pemOf(instance.rekorKey))
  return files
}
