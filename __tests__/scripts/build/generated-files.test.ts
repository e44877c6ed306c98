import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { actionFolders, ROOT } from '../../../scripts/build/actions.ts'
import { generatedFiles } from '../../../scripts/build/generated-files.ts'

describe('generatedFiles', () => {
  it('are what is committed', () => {
    for (const [path, content] of generatedFiles()) {
      expect({ path, content: readFileSync(join(ROOT, path), 'utf8') }).toEqual({ path, content })
    }
  })

  it('copy every action.yml to the root with the path that leads to the same bundle', () => {
    const files = generatedFiles()
    for (const { name, text } of actionFolders()) {
      const copy = files.get(`${name}/action.yml`) ?? ''
      expect(join(name, '..', 'dist', name, 'index.js')).toBe(join('dist', name, 'index.js'))
      expect(copy).toContain(`main: ../dist/${name}/index.js`)
      expect(copy.split('\n').slice(1).join('\n').replace('../dist/', '../../dist/')).toBe(text)
    }
  })

  describe('in a copy of the repository', () => {
    let root = ''

    beforeEach(() => {
      root = mkdtempSync(join(tmpdir(), 'generated-'))
      cpSync(join(ROOT, 'actions'), join(root, 'actions'), { recursive: true })
      cpSync(join(ROOT, 'README.md'), join(root, 'README.md'))
    })

    afterEach(() => {
      rmSync(root, { recursive: true })
    })

    function edit(path: string, from: string, to: string): void {
      const text = readFileSync(join(root, path), 'utf8')
      expect(text).toContain(from)
      writeFileSync(join(root, path), text.replace(from, to))
    }

    it('follow a changed description into the README, with pipes escaped', () => {
      edit(
        'actions/coverage-gate/action.yml',
        'description: The name of the service.',
        'description: The name | of it.',
      )
      expect(generatedFiles(root).get('actions/coverage-gate/README.md')).toContain('The name \\| of it.')
    })

    it('explain every fault of the action', () => {
      const readme = generatedFiles(root).get('actions/coverage-gate/README.md') ?? ''
      for (const code of ['input-invalid', 'profile-not-found', 'diff-unavailable', 'file-unwritable']) {
        expect(readme).toContain(`| \`${code}\` `)
      }
    })

    it('fail where a README has lost a marker', () => {
      edit('actions/coverage-gate/README.md', '<!-- faults:end -->', '')
      expect(() => generatedFiles(root)).toThrow('the marker <!-- faults:end --> is missing')
    })
  })
})
