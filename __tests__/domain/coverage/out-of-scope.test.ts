import { describe, expect, it } from '@jest/globals'
import { folderOf, outOfScope } from '../../../src/domain/coverage/out-of-scope.ts'

const BODY = 'package p\n\nfunc f() { g() }\n'

describe('a file in no profile', () => {
  it.each([
    ['new/a.go', BODY, true],
    ['a.go', BODY, true],
    ['measured/deeper/a.go', BODY, true],
    ['measured/a.go', BODY, false],
    ['new/linux/a.go', BODY, true],
    ['new/a_linux.go', BODY, false],
    ['new/a_windows_arm64.go', BODY, false],
    ['new/a_arm64.go', BODY, false],
    ['new/linux.go', BODY, true],
    ['new/a_linux_x.go', BODY, true],
    ['new/a_linuxes.go', BODY, true],
    ['new/a_arm64_linux.go', BODY, false],
    ['new/a.go', `//go:build integration\n\n${BODY}`, false],
    ['new/a.go', `// Copyright\n\n//go:build !linux\r\n${BODY}`, false],
    ['new/a.go', `// +build tools\n\n${BODY}`, false],
    ['new/a.go', `//go:builder x\n${BODY}`, true],
    ['new/a.go', `${BODY}//go:build integration\n`, true],
    ['new/a.go', `package p\n\nconst s = \`\n//go:build x\n\`\n\nfunc f() { g() }\n`, true],
    ['new/a.go', 'package p\n\nfunc f() {}\n', false],
    ['new/a.go', 'package p\n\nfunc f() { /* later */ ; }\n', false],
    ['new/a.go', 'package p\n\nfunc f() {\n\t// later\n}\n\nfunc g() {\n\n\tf()\n}\n', true],
    ['new/a.go', 'package p\n\nvar f = func() {}\n', false],
    ['new/a.go', 'package p\n\nvar f = func() int { return 1 }\n', true],
    ['new/a.go', 'package p\n\nfunc f() struct{ a int } {}\n', false],
    ['new/a.go', 'package p\n\nfunc f() { {} }\n', true],
    ['new/a.go', 'package p\n\ntype T struct{ a int }\n\nvar x = []int{1}\n', false],
    ['new/a.go', `package p\n\nimport "C"\n\nfunc f() { g() }\n`, false],
    ['new/a.go', `package p\n\nimport (\n\t"C" // of a.c\r\n)\n\nfunc f() { g() }\n`, false],
    ['new/a.go', `package p\n\nvar x = []string{\n\t"C",\n}\n\nfunc f() { g() }\n`, true],
  ])('%s is out of scope, with %j: %#', (path, text, expected) => {
    expect(outOfScope([{ path, text }], ['measured/b.go'])).toEqual(expected ? [path] : [])
  })

  it('of the folder of a measured one was seen by the compiler, that of the workspace too', () => {
    expect(outOfScope([{ path: 'a.go', text: BODY }], ['b.go'])).toEqual([])
    expect([folderOf('a.go'), folderOf('a/b.go'), folderOf('/a/b/c.go')]).toEqual(['.', 'a', '/a/b'])
  })
})
