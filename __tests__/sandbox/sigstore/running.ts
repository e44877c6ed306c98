import {
  startSigstore,
  type SigstoreOptions,
  type SigstoreStandIn,
} from '../../../sandbox/sigstore/service.ts'

const running: SigstoreStandIn[] = []

/** A stand-in that {@link stopAll} stops, however the test ends. */
export async function started(options?: SigstoreOptions): Promise<SigstoreStandIn> {
  const sigstore = await startSigstore(options)
  running.push(sigstore)
  return sigstore
}

export async function stopAll(): Promise<void> {
  for (const sigstore of running.splice(0)) await sigstore.close()
}
