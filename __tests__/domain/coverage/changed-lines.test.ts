import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { gitCli } from '../../../src/adapters/git-cli.ts'
import { parseChangedLines } from '../../../src/domain/coverage/changed-lines.ts'
import { gitRepository, type GitRepository } from '../../support/git-repository.ts'

function changed(diff: string): Record<string, readonly number[]> {
  return Object.fromEntries([...parseChangedLines(diff)].map(([path, lines]) => [path, [...lines]]))
}

describe('a unified diff without context', () => {
  it('has the lines that are added or rewritten', () => {
    const diff = [
      'diff --git a/orders/a.go b/orders/a.go',
      'index 111..222 100644',
      '--- a/orders/a.go',
      '+++ b/orders/a.go',
      '@@ -3 +3,2 @@ func f() {',
      '-old',
      '+new',
      '+newer',
      '@@ -10,0 +12 @@',
      '+added',
      '@@ -20,2 +22,0 @@',
      '-gone',
      '-gone',
      'diff --git a/b.go b/b.go',
      '--- a/b.go',
      '+++ b/b.go',
      '@@ -1 +1 @@',
      '-x',
      '\\ No newline at end of file',
      '+y',
      '\\ No newline at end of file',
      '',
    ].join('\n')
    expect(changed(diff)).toEqual({ 'orders/a.go': [3, 4, 12], 'b.go': [1] })
  })

  it('reads no header inside a hunk', () => {
    const diff = [
      'diff --git a/a.sql b/a.sql',
      '--- a/a.sql',
      '+++ b/a.sql',
      '@@ -1,3 +1,4 @@',
      '--- b/gone.go',
      '-@@ -1 +7 @@',
      '-diff --git a/x b/x',
      '+@@ -1 +90,3 @@',
      '+diff --git a/y b/y',
      '+-- comment',
      '+++ b/other.go',
      '@@ -9,0 +11 @@',
      '+last',
      '',
    ].join('\n')
    expect(changed(diff)).toEqual({ 'a.sql': [1, 2, 3, 4, 11] })
  })

  it('does not count what git says of the end of a file', () => {
    const note = '\\ No newline at end of file'
    const diff = ['--- a/a.go', '+++ b/a.go', '@@ -1 +1 @@', '-x', note, '+++ b/other.go', note, '']
    expect(changed(diff.join('\n'))).toEqual({ 'a.go': [1] })
  })

  it('gives the lines of a deleted file to nobody', () => {
    const diff = [
      'diff --git a/a.go b/a.go',
      '--- a/a.go',
      '+++ b/a.go',
      '@@ -1 +1 @@',
      '-a',
      '+b',
      'diff --git a/gone.go b/gone.go',
      'deleted file mode 100644',
      '--- a/gone.go',
      '+++ /dev/null',
      '@@ -1,2 +5 @@',
      '-package gone',
      '-',
      '+x',
      '',
    ].join('\n')
    expect(changed(diff)).toEqual({ 'a.go': [1] })
  })

  it.each([
    ['+++ b/a.go', 'a.go'],
    ['+++ b/a file.go\t', 'a file.go'],
    ['+++ b/größe.go', 'größe.go'],
    ['+++ b/b/a.go', 'b/a.go'],
    ['+++ "b/gr\\303\\266\\303\\237e.go"', 'größe.go'],
    ['+++ "b/a\\tb\\n\\r\\a\\b\\f\\v\\"\\\\.go"', 'a\tb\n\r\x07\b\f\v"\\.go'],
    ['+++ "b/größe\\t.go"', 'größe\t.go'],
    ['+++ "b/a\\"b"', 'a"b'],
  ])('%s names %j', (header, path) => {
    expect(changed(`diff --git x y\n--- a/x\n${header}\n@@ -0,0 +1,2 @@\n+a\n+b\n`)).toEqual({
      [path]: [1, 2],
    })
  })

  it.each(['+++ /dev/null', '+++ c/a.go', '+++ "c/a.go"'])('%s names nothing', (header) => {
    expect(changed(`diff --git x y\n--- a/x\n${header}\n@@ -0,0 +1,2 @@\n+a\n+b\n`)).toEqual({})
  })

  it('may be empty', () => {
    expect(changed('')).toEqual({})
  })
})

describe('what git says of a real change', () => {
  let repository: GitRepository
  beforeEach(() => {
    repository = gitRepository()
  })
  afterEach(() => {
    repository.remove()
  })

  const lines = (count: number, name = 'line'): string[] =>
    Array.from({ length: count }, (_, index) => `${name} ${index + 1}`)
  const text = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('')

  it('is the changed lines, with renames followed and odd names and texts', async () => {
    const { path, commit } = repository
    const base = commit({
      'orders/moved.go': text(lines(30)),
      'orders/gone.go': 'package gone\n',
      'orders/kept.go': text(lines(9)),
      'plain.sql': '-- a\n++ b\n',
      'end.go': 'package end',
    })
    const head = commit({
      'orders/moved.go': undefined,
      'orders/größe "new".go': text([...lines(30).with(6, 'rewritten'), 'appended']),
      'orders/gone.go': undefined,
      'plain.sql': '-- a\n-- a/x\n++ b/other.go\n@@ -1 +90,3 @@\n',
      'end.go': 'package end\nvar x = 1',
      'a\tb.go': 'package a\n',
    })
    expect(changed(await gitCli(path).around('.').diff(base, head))).toEqual({
      'a\tb.go': [1],
      'end.go': [1, 2],
      'orders/größe "new".go': [7, 31],
      'plain.sql': [2, 3, 4],
    })
  })

  it('is nothing where a file is only renamed, or nothing changed', async () => {
    const { path, commit } = repository
    const base = commit({ 'a.go': text(lines(9, 'a')) })
    const head = commit({ 'a.go': undefined, 'b.go': text(lines(9, 'a')) })
    expect(changed(await gitCli(path).around('.').diff(base, head))).toEqual({})
    expect(changed(await gitCli(path).around('.').diff(head, head))).toEqual({})
    expect(repository.git('diff', '--name-status', '--find-renames', base, head)).toBe('R100\ta.go\tb.go')
  })

  it('has no line of a file that only lost some', async () => {
    const { path, commit } = repository
    const base = commit({ 'c.go': text(lines(9)) })
    const head = commit({ 'c.go': text(lines(7)) })
    expect(changed(await gitCli(path).around('.').diff(base, head))).toEqual({ 'c.go': [] })
  })
})
