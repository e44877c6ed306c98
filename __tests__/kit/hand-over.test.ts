import { describe, expect, it } from '@jest/globals'
import { handOver, writeArtifact } from '../../src/kit/hand-over.ts'
import { documentOf } from '../domain/evidence/documents.ts'
import { memoryArtifacts } from '../support/memory-artifacts.ts'
import { memoryFiles } from '../support/memory-files.ts'

const ARTIFACT = {
  name: 'digest-orders',
  files: [
    { path: 'digest.txt', content: 'abc' },
    { path: 'evidence/cosign-sign.json', content: '{}' },
  ],
}
const EVIDENCE = { document: documentOf('validate-digest'), content: '{"files":[]}' }

describe('files that are handed over', () => {
  it('are written apart from those of the job, and told with their hashes', async () => {
    const files = memoryFiles()
    expect(await writeArtifact(ARTIFACT, '/temp/evidence/orders', { writer: files })).toEqual([
      { name: 'digest.txt', sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
      {
        name: 'cosign-sign.json',
        sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      },
    ])
    expect([...files.stored.keys()]).toEqual([
      '/temp/evidence/orders/artifact/digest.txt',
      '/temp/evidence/orders/artifact/evidence/cosign-sign.json',
    ])
  })

  it('are uploaded with the evidence, and nothing else', async () => {
    const files = memoryFiles({ '/temp/evidence/orders/artifact/of-another-step.txt': '' })
    const artifacts = memoryArtifacts({}, files)
    const shell = { writer: files, artifacts }
    await writeArtifact(ARTIFACT, '/temp/evidence/orders', shell)
    await handOver(ARTIFACT, EVIDENCE, '/temp/evidence/orders', shell)
    expect(artifacts.published.get('digest-orders')).toEqual({
      'digest.txt': 'abc',
      'evidence/cosign-sign.json': '{}',
      'evidence/validate-digest.json': EVIDENCE.content,
    })
  })

  it('take the place of those of an earlier attempt, and of no others', async () => {
    const held = JSON.stringify(EVIDENCE.document)
    const over = (runAttempt: number): Promise<void> => {
      const files = memoryFiles()
      const artifacts = memoryArtifacts({ 'digest-orders': { 'evidence/validate-digest.json': held } }, files)
      const document = { ...EVIDENCE.document, source: { ...EVIDENCE.document.source, runAttempt } }
      return handOver({ ...ARTIFACT, files: [] }, { document, content: '{}' }, '/temp', {
        writer: files,
        artifacts,
      })
    }
    await over(2)
    await expect(over(1)).rejects.toMatchObject({ code: 'artifact-taken', subject: 'artifact digest-orders' })
  })

  it('need somebody who takes them', async () => {
    const handing = handOver(ARTIFACT, EVIDENCE, '/temp', { writer: memoryFiles() })
    await expect(handing).rejects.toThrow('there is no publisher')
  })
})
