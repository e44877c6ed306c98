import { digestOf as digestOfBytes } from '../../../sandbox/registry/repository.ts'
import type { Commands, Ended } from '../../../src/ports/commands.ts'
import type { RegistryNeighbours } from '../../../src/ports/registry.ts'

const HELP = {
  v2: "  --recursive=false:\n  --identity-token='':\n",
  'v3.0': "  --recursive=false:\n  --identity-token='':\n  --bundle='':\n  --new-bundle-format=true:\n",
  'v3.1': "  --recursive=false:\n  --identity-token='':\n  --bundle='':\n",
}

interface Signature {
  readonly subject: string
  readonly logIndex: number
}

interface Attested {
  readonly subject: string
  readonly type: string
  readonly predicate: unknown
  /** What is noted as its type, where that is something else. */
  readonly noted?: string
}

/** What a command is to do in place of what it would do. */
export interface Trouble {
  /** The first word: `sign`, `verify`. */
  readonly command: string
  /** What it says on standard error. */
  readonly says: string
  /** Whether it writes before it fails; for `sign`, how many of its images. */
  readonly writes?: number
}

/** A cosign in memory: it keeps what it signs, finds what it kept, and says what a real one says. */
export class MemoryCosign implements Commands, RegistryNeighbours {
  readonly signatures = new Map<string, Signature[]>()
  readonly attestations = new Map<string, Attested[]>()
  /** The arguments of every run that was no look at what a cosign is. */
  readonly runs: (readonly string[])[] = []
  /** What of the environment each of them had. */
  readonly environments: Readonly<Record<string, string>>[] = []
  readonly troubles: Trouble[] = []
  /** Whether a look finds what was written; each `false` is one look that does not. */
  readonly late: boolean[] = []
  readonly #version: keyof typeof HELP
  readonly #read: (path: string) => string | undefined
  readonly #inherited: Readonly<Record<string, string>>
  readonly #api: boolean
  readonly #kept = new Map<string, Uint8Array>()
  #entries = 0

  /** @param read gives the content of a file */
  constructor(
    read: (path: string) => string | undefined,
    options: {
      readonly version?: keyof typeof HELP
      readonly inherited?: Readonly<Record<string, string>>
      readonly referrersApi?: boolean
    } = {},
  ) {
    this.#read = read
    this.#version = options.version ?? 'v3.0'
    this.#inherited = options.inherited ?? {}
    this.#api = options.referrersApi ?? false
  }

  run(
    path: string,
    args: readonly string[],
    environment: Parameters<Commands['run']>[2],
  ): Promise<Ended | undefined> {
    if (!path.startsWith('/tools/')) return Promise.resolve(undefined)
    if (args[1] === '--help')
      return Promise.resolve(ended(0, path.includes('cosign') ? HELP[this.#version] : ''))
    if (args[0] === 'version') return Promise.resolve(ended(0, '{\n  "gitVersion": "v3.0.6"\n}'))
    this.runs.push(args)
    this.environments.push(environment(this.#inherited))
    return Promise.resolve(this.#do(args))
  }

  tagged(
    { digest }: Parameters<RegistryNeighbours['tagged']>[0],
    tag: string,
  ): Promise<Uint8Array | undefined> {
    const attestations = this.attestations.get(digest.text) ?? []
    const layers = tag.endsWith('.sig')
      ? (this.signatures.get(digest.text) ?? []).map(() => ({}))
      : attestations.map(({ type, noted, predicate }) => ({
          annotations: { predicateType: noted ?? type },
          digest: this.#keep({ payload: payloadOf({ predicateType: type, predicate }) }),
        }))
    const bundles = this.#bundles(digest.text, 'application/vnd.oci.empty.v1+json')
    const found = /\.(?:sig|att)$/.test(tag) ? { layers } : { manifests: bundles }
    const [entries] = Object.values(found)
    return Promise.resolve(entries?.length === 0 ? undefined : Buffer.from(JSON.stringify(found)))
  }

  referrers({ digest }: Parameters<RegistryNeighbours['referrers']>[0]): Promise<Uint8Array | undefined> {
    if (!this.#api) return Promise.resolve(undefined)
    const manifests = this.#bundles(digest.text, 'application/vnd.dev.sigstore.bundle.v0.3+json')
    return Promise.resolve(Buffer.from(JSON.stringify({ manifests })))
  }

  /** A manifest with a bundle, or a bundle, that is kept beside an image. */
  beside(digest: string): Uint8Array | undefined {
    return this.#kept.get(digest)
  }

  /** What refers to an image; the bundle of a signature tells its entry in the log. */
  #bundles(digest: string, artifactType: string): readonly object[] {
    const signatures = (this.signatures.get(digest) ?? []).map((signature) => ({
      ...signature,
      predicateType: 'https://sigstore.dev/cosign/sign/v1',
    }))
    const attestations = (this.attestations.get(digest) ?? []).map(({ subject, type }) => ({
      subject,
      logIndex: 999,
      predicateType: type,
    }))
    return [...signatures, ...attestations].map((entry) => {
      const layer = this.#keep(bundleOf(entry))
      return { artifactType, digest: this.#keep({ layers: [{ digest: layer }] }) }
    })
  }

  #keep(document: object): string {
    const bytes = Buffer.from(JSON.stringify(document))
    const digest = digestOfBytes(bytes)
    this.#kept.set(digest, bytes)
    return digest
  }

  /** Signs as somebody else, or at another time. */
  signedBefore(digest: string, subject: string): void {
    this.signatures.set(digest, [
      ...(this.signatures.get(digest) ?? []),
      { subject, logIndex: this.#entries++ },
    ])
  }

  attestedBefore(digest: string, attested: Attested): void {
    this.attestations.set(digest, [...(this.attestations.get(digest) ?? []), attested])
  }

  #do(args: readonly string[]): Ended {
    const [command = ''] = args
    const index = this.troubles.findIndex((trouble) => trouble.command === command)
    const [trouble] = index < 0 ? [] : this.troubles.splice(index, 1)
    if (command === 'sign') return this.#sign(args, trouble)
    if (command === 'attest') return this.#attest(args, trouble)
    if (trouble !== undefined) return ended(1, '', trouble.says)
    if (this.late.shift() === false) return ended(10, '', 'Error: no signatures found')
    return command === 'verify' ? this.#verify(args) : this.#verifyAttestation(args)
  }

  #sign(args: readonly string[], trouble: Trouble | undefined): Ended {
    const images = args.filter((arg) => arg.includes('@sha256:'))
    const written = trouble === undefined ? images : images.slice(0, trouble.writes ?? 0)
    for (const image of written) this.signedBefore(digestOf(image), this.#subject(args))
    return trouble === undefined ? ended(0, '') : ended(1, '', trouble.says)
  }

  #attest(args: readonly string[], trouble: Trouble | undefined): Ended {
    const digest = digestOf(args.at(-1) ?? '')
    const type = flag(args, '--type')
    if (trouble === undefined || trouble.writes === 1) {
      const kept = (this.attestations.get(digest) ?? []).filter(
        (each) => flag(args, '--replace') !== 'true' || each.type !== type,
      )
      const predicate: unknown = JSON.parse(this.#read(flag(args, '--predicate')) ?? '')
      this.attestations.set(digest, [...kept, { subject: this.#subject(args), type, predicate }])
    }
    return trouble === undefined ? ended(0, '') : ended(1, '', trouble.says)
  }

  #verify(args: readonly string[]): Ended {
    const digest = digestOf(args.at(-1) ?? '')
    const subject = flag(args, '--certificate-identity')
    const all = this.signatures.get(digest) ?? []
    const own = all.filter((signature) => signature.subject === subject)
    const isBundle = flag(args, '--new-bundle-format') === 'true'
    // in the bundle format an attestation is as good as a signature
    const attested = (this.attestations.get(digest) ?? []).filter(
      (each) => isBundle && each.subject === subject,
    )
    if (own.length + attested.length === 0) {
      return all.length === 0
        ? ended(10, '', 'Error: no signatures found')
        : ended(
            12,
            '',
            'Error: no matching signatures: none of the expected identities matched what was in the certificate',
          )
    }
    const image = { 'docker-manifest-digest': digest }
    const type = isBundle ? 'https://sigstore.dev/cosign/sign/v1' : 'cosign container image signature'
    return ended(
      0,
      JSON.stringify([
        ...own.map(({ logIndex }) => ({
          critical: { image, type },
          optional: isBundle ? {} : { Bundle: { Payload: { logIndex } } },
        })),
        ...attested.map((each) => ({ critical: { image, type: each.type }, optional: {} })),
      ]),
    )
  }

  #verifyAttestation(args: readonly string[]): Ended {
    const type = flag(args, '--type')
    const subject = flag(args, '--certificate-identity')
    const all = this.attestations.get(digestOf(args.at(-1) ?? '')) ?? []
    const own = all.filter((each) => each.subject === subject && each.type === type)
    if (own.length === 0) {
      return ended(
        1,
        '',
        all.some((each) => each.subject === subject)
          ? `Error: none of the attestations matched the predicate type: ${type}, found: x`
          : 'Error: no matching attestations: none of the expected identities matched what was in the certificate',
      )
    }
    const envelopes = own.map(({ predicate }) => {
      const statement = JSON.stringify({ predicateType: type, predicate })
      return JSON.stringify({ payload: Buffer.from(statement).toString('base64') })
    })
    return ended(0, `${envelopes.join('\n')}\n`)
  }

  /** Whom a certificate for the token names. */
  #subject(args: readonly string[]): string {
    const token = this.#read(flag(args, '--identity-token'))
    if (token === undefined) throw new Error('cosign would ask a person')
    const [, payload = ''] = token.split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { job_workflow_ref: string }
    return `https://github.com/${claims.job_workflow_ref}`
  }
}

/** As cosign writes it, shortened; the certificate holds the name as its alternative name. */
function bundleOf(entry: {
  readonly subject: string
  readonly logIndex: number
  readonly predicateType: string
}): object {
  const name = Buffer.from(entry.subject)
  const certificate = Buffer.concat([Buffer.from([0x30, 0x86, name.length]), name, Buffer.from([0x30])])
  const statement = Buffer.from(JSON.stringify({ predicateType: entry.predicateType }))
  return {
    verificationMaterial: {
      certificate: { rawBytes: certificate.toString('base64') },
      tlogEntries: [{ logIndex: String(entry.logIndex) }],
    },
    dsseEnvelope: { payload: statement.toString('base64') },
  }
}

function payloadOf(statement: object): string {
  return Buffer.from(JSON.stringify(statement)).toString('base64')
}

function flag(args: readonly string[], name: string): string {
  return args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}

function digestOf(image: string): string {
  return image.slice(image.indexOf('@') + 1)
}

function ended(exitCode: number, stdout: string, stderr = ''): Ended {
  return { exitCode, stdout, stderr }
}
