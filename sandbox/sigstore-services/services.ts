import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { provideTools } from '../../scripts/toolchain/provide.ts'
import { lastLines, runCommand } from '../../scripts/toolchain/run-command.ts'
import { startSigstore, type SigstoreStandIn } from '../sigstore/service.ts'
import { startCertificateLog, type CertificateLogService } from './certificate-log.ts'
import { freePorts, startService } from './service-process.ts'

/** The real services of sigstore, and what makes cosign use and trust them and no others. */
export interface SigstoreServices extends AsyncDisposable {
  /** The stand-in for GitHub's issuer, which this Fulcio believes. */
  readonly issuer: SigstoreStandIn['issuer']
  /** Absolute paths. */
  readonly trustedRoot: string
  readonly signingConfig: string
}

/** The name that the log of Rekor signs its checkpoints with; it need not be its address. */
const LOG_NAME = 'rekor-local'
const SINCE = '2024-01-01T00:00:00Z'

interface Place {
  readonly folder: string
  readonly tools: Readonly<
    Record<'fulcio' | 'rekor-tiles' | 'timestamp-server' | 'cosign-v3', { readonly path: string }>
  >
  readonly closing: (() => Promise<unknown>)[]
}

/** Addresses, and what verifies the answers that come from there; the latter are paths of PEM files. */
interface Instance {
  readonly issuer: string
  readonly fulcio: { readonly url: string; readonly chain: string }
  readonly certificateLog: { readonly url: string; readonly key: string }
  readonly rekor: { readonly url: string; readonly key: string }
  readonly timestamps: { readonly url: string; readonly chain: string }
}

/**
 * Starts the real Fulcio, the real Rekor (tiles) and the real timestamp authority on free ports of the loopback interface. The issuer of
 * tokens and the certificate transparency log are stand-ins.
 *
 * @throws ToolUnavailableError when one of them cannot be had
 */
export async function startSigstoreServices(): Promise<SigstoreServices> {
  const tools = await provideTools(['fulcio', 'rekor-tiles', 'timestamp-server', 'cosign-v3'])
  const folder = await mkdtemp(join(tmpdir(), 'sigstore-services-'))
  const place: Place = { folder, tools, closing: [() => rm(folder, { recursive: true, force: true })] }
  const close = async (): Promise<void> => {
    for (const end of place.closing.reverse()) await end()
  }
  try {
    const standIn = await startSigstore()
    const { issuer } = standIn
    place.closing.push(() => standIn.close())
    const log = await startCertificateLog()
    place.closing.push(() => log.close())
    const instance: Instance = {
      issuer: issuer.url,
      certificateLog: { url: log.url, key: await write(place, 'ctfe.pub', log.publicKey) },
      fulcio: await startFulcio(place, issuer.url, log),
      rekor: await startRekor(place),
      timestamps: await startTimestamps(place),
    }
    return { issuer, ...(await trustFiles(place, instance)), [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

async function startFulcio(
  place: Place,
  issuer: string,
  log: CertificateLogService,
): Promise<Instance['fulcio']> {
  const [port, grpc, metrics] = await freePorts(3)
  const settings = {
    OIDCIssuers: { [issuer]: { IssuerURL: issuer, ClientID: 'sigstore', Type: 'github-workflow' } },
  }
  const url = `http://127.0.0.1:${port}`
  const end = await startService({
    path: place.tools.fulcio.path,
    args: [
      'serve',
      '--ca=ephemeralca',
      `--ct-log-url=${log.url}`,
      '--host=127.0.0.1',
      `--port=${port}`,
      '--grpc-host=127.0.0.1',
      `--grpc-port=${grpc}`,
      `--metrics-port=${metrics}`,
      `--config-path=${await write(place, 'fulcio.json', JSON.stringify(settings))}`,
    ],
    probe: `${url}/api/v2/trustBundle`,
  })
  place.closing.push(end)
  const response = await fetch(`${url}/api/v2/trustBundle`)
  const { chains } = (await response.json()) as { chains: readonly { certificates: readonly string[] }[] }
  return {
    url,
    chain: await write(place, 'fulcio.pem', chains.flatMap(({ certificates }) => certificates).join('')),
  }
}

async function startRekor(place: Place): Promise<Instance['rekor']> {
  const [port, grpc, metrics] = await freePorts(3)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const signer = await write(
    place,
    'rekor.key',
    privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  )
  const url = `http://127.0.0.1:${port}`
  const end = await startService({
    path: place.tools['rekor-tiles'].path,
    args: [
      'serve',
      `--http-port=${port}`,
      `--grpc-port=${grpc}`,
      `--http-metrics-port=${metrics}`,
      `--hostname=${LOG_NAME}`,
      `--storage-dir=${join(place.folder, 'rekor')}`,
      `--signer-filepath=${signer}`,
      '--checkpoint-interval=1s',
    ],
    probe: `${url}/healthz`,
  })
  place.closing.push(end)
  return {
    url,
    key: await write(place, 'rekor.pub', publicKey.export({ type: 'spki', format: 'pem' }).toString()),
  }
}

async function startTimestamps(place: Place): Promise<Instance['timestamps']> {
  const [port] = await freePorts(1)
  const base = `http://127.0.0.1:${port}`
  const end = await startService({
    path: place.tools['timestamp-server'].path,
    args: [
      'serve',
      '--host=127.0.0.1',
      `--port=${port}`,
      '--scheme=http',
      '--timestamp-signer=memory',
      '--disable-ntp-monitoring',
    ],
    probe: `${base}/ping`,
  })
  place.closing.push(end)
  const response = await fetch(`${base}/api/v1/timestamp/certchain`)
  return { url: `${base}/api/v1/timestamp`, chain: await write(place, 'tsa.pem', await response.text()) }
}

async function trustFiles(
  place: Place,
  instance: Instance,
): Promise<Pick<SigstoreServices, 'trustedRoot' | 'signingConfig'>> {
  const { issuer, fulcio, certificateLog, rekor, timestamps } = instance
  const trustedRoot = join(place.folder, 'trusted-root.json')
  const signingConfig = join(place.folder, 'signing-config.json')
  const end = `start-time=${SINCE}`
  const operated = `${end},operator=sandbox`
  await cosign(place, [
    'trusted-root',
    'create',
    `--fulcio=url=${fulcio.url},certificate-chain=${fulcio.chain},${end}`,
    `--ctfe=url=${certificateLog.url},public-key=${certificateLog.key},${end}`,
    `--rekor=url=http://${LOG_NAME},public-key=${rekor.key},${end},origin=${LOG_NAME}`,
    `--tsa=url=${timestamps.url},certificate-chain=${timestamps.chain},${end}`,
    `--out=${trustedRoot}`,
  ])
  await cosign(place, [
    'signing-config',
    'create',
    `--fulcio=url=${fulcio.url},api-version=1,${operated}`,
    `--rekor=url=${rekor.url},api-version=2,${operated}`,
    '--rekor-config=ANY',
    `--oidc-provider=url=${issuer},api-version=1,${operated}`,
    `--tsa=url=${timestamps.url},api-version=1,${operated}`,
    '--tsa-config=ANY',
    `--out=${signingConfig}`,
  ])
  return { trustedRoot, signingConfig }
}

async function cosign({ tools, folder }: Place, args: readonly string[]): Promise<void> {
  const env = { PATH: process.env['PATH'], HOME: folder }
  const ended = await runCommand(tools['cosign-v3'].path, args, { cwd: folder, env })
  if (ended?.exitCode !== 0)
    throw new Error(`cosign ${args.join(' ')}:\n${lastLines(ended?.output ?? '', 20)}`)
}

async function write({ folder }: Place, name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content, { mode: 0o600 })
  return path
}
