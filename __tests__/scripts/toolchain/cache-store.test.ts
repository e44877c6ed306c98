import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addEntry, listEntries } from '../../../scripts/toolchain/cache-store.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

let workshop: Workshop

beforeEach(() => {
  workshop = openWorkshop()
})

afterEach(() => {
  workshop.remove()
})

function fillWith(text: string): (folder: string) => Promise<void> {
  return (folder) => {
    writeFileSync(join(folder, 'tool'), text, { mode: 0o755 })
    return Promise.resolve()
  }
}

describe('listEntries', () => {
  it('is empty before the first entry', async () => {
    expect(await listEntries(workshop.cache)).toEqual([])
  })
})

describe('addEntry', () => {
  it('shows an entry only when it is complete', async () => {
    const path = await addEntry(workshop.cache, 'tool-1', 'tool', async (folder) => {
      await fillWith('whole')(folder)
      expect(await listEntries(workshop.cache)).toEqual([])
    })

    expect(path).toBe(join(workshop.cache, 'tool-1', 'tool'))
    expect(await listEntries(workshop.cache)).toEqual(['tool-1'])
    expect(workshop.cached()).toEqual(['tool-1'])
  })

  it('leaves nothing of a fill that fails', async () => {
    const fill = async (folder: string): Promise<void> => {
      await fillWith('half')(folder)
      throw new Error('broken')
    }

    await expect(addEntry(workshop.cache, 'tool-1', 'tool', fill)).rejects.toThrow('broken')
    expect(workshop.cached()).toEqual([])
  })

  it('refuses a fill without the executable', async () => {
    const adding = addEntry(workshop.cache, 'tool-1', 'bin/tool', fillWith('misplaced'))

    await expect(adding).rejects.toThrow('no executable bin/tool came out')
    expect(workshop.cached()).toEqual([])
  })

  it('keeps the entry of a process that was faster', async () => {
    const path = await addEntry(workshop.cache, 'tool-1', 'tool', async (folder) => {
      await addEntry(workshop.cache, 'tool-1', 'tool', fillWith('first'))
      await fillWith('second')(folder)
    })

    expect(readFileSync(path, 'utf8')).toBe('first')
    expect(workshop.cached()).toEqual(['tool-1'])
  })

  it('replaces an entry that has lost its executable', async () => {
    mkdirSync(join(workshop.cache, 'tool-1', 'remains'), { recursive: true })

    const path = await addEntry(workshop.cache, 'tool-1', 'tool', fillWith('new'))

    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(workshop.cached()).toEqual(['tool-1'])
  })
})
