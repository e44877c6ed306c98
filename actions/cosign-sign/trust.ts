import type { PrivateInstance } from '../../src/domain/signing/cosign-command.ts'
import { signingFault } from '../../src/domain/signing/signing-faults.ts'
import { trustedKeys } from '../../src/domain/signing/trusted-root.ts'
import type { TextFiles } from '../../src/ports/files.ts'
import type { PrivateFolder } from '../../src/ports/private-folder.ts'
import type { InstanceRequest } from './request.ts'

/**
 * Lays out what cosign has to know of an instance that is not the public one: copies of its files, and the keys of the trusted root as
 * PEM, for a cosign that does not read it.
 *
 * @throws {Fault} `trusted-root-unusable`
 */
export async function layOutTrust(
  { services, trustedRoot }: InstanceRequest,
  folder: PrivateFolder,
  files: TextFiles,
): Promise<PrivateInstance> {
  const root = await textOf('trusted-root', trustedRoot, files)
  const keys = keysIn(trustedRoot, root)
  const [path, fulcio, certificateLog, rekor] = await Promise.all([
    folder.write('trusted-root.json', root),
    folder.write('fulcio.pem', keys.fulcio),
    folder.write('certificate-log.pub', keys.certificateLog),
    folder.write('rekor.pub', keys.rekor),
  ])
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
    trustedRoot: path,
    pem: { fulcio, certificateLog, rekor },
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

function keysIn(path: string, text: string): ReturnType<typeof trustedKeys> {
  try {
    return trustedKeys(text)
  } catch (cause) {
    throw signingFault('trusted-root-unusable', {
      subject: path,
      detail: `it is not ${(cause as Error).message}`,
      cause,
    })
  }
}
