import { kyvernoPolicy } from '../../src/domain/signing/kyverno-policy.ts'
import {
  blocks,
  code,
  codeBlock,
  details,
  heading,
  md,
  table,
  text,
  type Markdown,
} from '../../src/kit/markdown.ts'
import type { SignInputs } from './inputs.ts'
import type { Verified } from './verified.ts'
import { verifyCommandLine } from './verify-command-line.ts'

/** The job summary: what is signed by whom, and how others hold it to that. */
export function summaryOf(inputs: SignInputs, verified: Verified, headline: string): Markdown {
  const { identity, signed, attested } = verified
  const { service, format, images, trustedRoot } = inputs
  const ofImage = attested.filter(({ predicate }) => predicate.request.platform === undefined)
  const policy = kyvernoPolicy({
    service: service.text,
    names: [...new Set(images.map(({ name }) => name))],
    format,
    identity,
    predicateTypes: [...new Set(ofImage.map(({ predicate }) => predicate.request.type))],
  })
  return blocks(
    heading(3, md`Signatures of ${text(service.text)}: ${text('✅ verified')}`),
    text(headline),
    md`Signed as ${code(identity.subject)} by ${code(identity.issuer)}, format ${code(format)}.`,
    table(
      ['manifest', 'what', 'signature', 'log index:'],
      signed.map(({ image, what, written, logIndex }) => [
        code(image.toString()),
        text(what),
        text(written ? 'made now' : 'was there'),
        text(String(logIndex ?? '–')),
      ]),
    ),
    table(
      ['predicate', 'of', 'file', 'attestation'],
      attested.map(({ target, predicate, written }) => [
        code(predicate.request.type),
        text(target.what),
        code(`${predicate.request.path}@sha256:${predicate.sha256}`),
        text(written ? 'made now' : 'was there'),
      ]),
    ),
    details(
      'Verify it yourself',
      codeBlock('sh', images.map((image) => verifyCommandLine(inputs, image, identity)).join('\n')),
    ),
    details(
      trustedRoot === undefined
        ? 'A Kyverno policy that asks for this'
        : 'A Kyverno policy that asks for this; with an instance of your own, give each keyless its roots, rekor and ctlog',
      codeBlock('yaml', policy),
    ),
  )
}
