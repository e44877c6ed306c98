import type { PrivateInstance } from '../../src/domain/signing/cosign-command.ts'
import { signingFault } from '../../src/domain/signing/signing-faults.ts'
import { checkTrustedRoot, trustedKeys, type TrustedKeys } from '../../src/domain/signing/trusted-root.ts'
import type { TextFiles } from '../../src/ports/files.ts'
import type { PrivateFolder } from '../../src/ports/private-folder.ts'
import type { InstanceRequest } from './request.ts'

/**
 * Lays out what cosign has to know of an instance that is not the public one: copies of its files, and the keys of the trusted root as
 * PEM, for a cosign that does not read it. Only then the root may have no more than one log of a kind.
 *
 * @throws {Fault} `trusted-root-unusable`
 */
export async function layOutTrust(
  { services, trustedRoot }: InstanceRequest,
  needsPem: boolean,
  folder: PrivateFolder,
  files: TextFiles,
): Promise<PrivateInstance> {
  const root = await textOf('trusted-root', trustedRoot, files)
  readAs(trustedRoot, () => {
    checkTrustedRoot(root)
  })
  const pem = needsPem
    ? await writeKeys(
        readAs(trustedRoot, () => trustedKeys(root)),
        folder,
      )
    : undefined
  return {
    services:
      services.kind === 'urls'
        ? services
        : {
            ...services,
            path: await folder.write(
              'signing-config.json',
              await textOf('signing-config', services.path, files),
            ),
          },
    trustedRoot: await folder.write('trusted-root.json', root),
    pem,
  }
}

async function writeKeys(
  { fulcio, certificateLog, rekor }: TrustedKeys,
  folder: PrivateFolder,
): Promise<PrivateInstance['pem']> {
  return {
    fulcio: await folder.write('fulcio.pem', fulcio),
    certificateLog: await folder.write('certificate-log.pub', certificateLog),
    rekor: await folder.write('rekor.pub', rekor),
  }
}

async function textOf(input: string, path: string, files: TextFiles): Promise<string> {
  const text = await files.readText(path)
  if (text !== undefined) return text
  throw signingFault('trusted-root-unusable', {
    subject: path,
    detail: `${input} names it, and there is no such file`,
  })
}

/** What cosign does not read it says nothing of: then there are no signatures. */
function readAs<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw signingFault('trusted-root-unusable', {
      subject: path,
      detail: `it is not ${(cause as Error).message}`,
      cause,
    })
  }
}
