import { describe, expect, it } from '@jest/globals'
import { fileFault } from '../../src/domain/shared/file-faults.ts'
import type { FileWriter } from '../../src/ports/files.ts'
import { memoryFiles, type MemoryFiles } from '../support/memory-files.ts'
import { failed, fullDisk, giving, passed, ran, throwing, type Run } from './sample-action.ts'

describe('what an earlier run of the action left of the service', () => {
  const folder = '/temp/evidence/orders'
  const own = ['coverage-gate.json', 'notes.txt', 'report.json'].map((name) => `${folder}/${name}`)
  const others = {
    [`${folder}/validate-digest.json`]: '{}',
    [`${folder}/digest.txt`]: 'sha256:',
    '/temp/evidence/catalog/report.json': '{}',
  }
  const usedDisk = async (): Promise<MemoryFiles> => {
    const { files } = await ran(giving(passed), { files: memoryFiles(others) })
    expect([...files.stored.keys()].sort()).toEqual([...Object.keys(others), ...own].sort())
    return files
  }

  it.each<[string, Run, readonly string[]]>([
    [
      'a verdict with fewer files',
      giving({ ...failed, files: failed.files.slice(0, 1) }),
      [own[0] ?? '', own[2] ?? ''],
    ],
    ['a fault', throwing(fileFault('file-unreadable', { subject: 'a', detail: 'b' })), [own[0] ?? '']],
    ['a bug', throwing(new TypeError('x')), [own[0] ?? '']],
  ])('is gone after %s, and nothing of others is', async (_, run, left) => {
    const { files } = await ran(run, { files: await usedDisk() })
    expect([...files.stored.keys()].sort()).toEqual([...Object.keys(others), ...left].sort())
  })

  it('is gone before the action begins, as it may be stopped at any time', async () => {
    const files = await usedDisk()
    let seen: readonly string[] = own
    const look: Run = () => {
      seen = own.filter((path) => files.stored.has(path))
      return Promise.resolve(passed)
    }
    await ran(look, { files })
    expect(seen).toEqual([])
  })

  it('is gone where the files of this run cannot be written, and so are those that could', async () => {
    const files = await usedDisk()
    const writer: FileWriter = {
      ...files,
      write: (path, content) =>
        path.endsWith('notes.txt') ? fullDisk.write(path, content) : files.write(path, content),
    }
    const { runner } = await ran(giving(passed), { files, writer })
    expect(runner.publication()).toMatchObject({ failed: true, outputs: { outcome: 'error' } })
    expect([...files.stored.keys()].sort()).toEqual([...Object.keys(others), own[0] ?? ''].sort())
  })

  it('turns the step red where it cannot be removed', async () => {
    const files = await usedDisk()
    const remove: FileWriter['remove'] = (path) =>
      Promise.reject(fileFault('file-unwritable', { subject: path, detail: 'EPERM' }))
    const { runner } = await ran(giving(passed), { files, writer: { ...files, remove } })
    expect(runner.publication()).toMatchObject({ failed: true })
    expect(runner.publication().outputs).not.toHaveProperty('evidence')
  })

  it('cannot be of a file that the action does not declare', async () => {
    const odd = { ...passed, files: [{ name: 'odd.txt', content: '', pathOutput: 'percent' }] }
    const { runner, files } = await ran(giving(odd))
    expect(runner.publication().outputs['reason']).toContain(
      'coverage-gate does not declare the file odd.txt',
    )
    expect([...files.stored.keys()]).toEqual([own[0]])
  })
})
