import { describe, expect, it } from '@jest/globals'
import { commandsIn, runStep } from './step-process.ts'

const EVIL = '::set-output name=a::b\n##[error]x\u001b[2K'

describe('a step in a shell', () => {
  it('prints plain text, without workflow commands and without secrets', async () => {
    const { code, stdout, stderr } = await runStep({
      mask: ['ghp', 'ghp_c0ffee', 'first line\r\nsecond line', ''],
      info: ['begin', `token=ghp_c0ffee ghp second line\n${EVIL}`],
      debug: ['nobody asked'],
      publication: {
        annotations: [
          { level: 'warning', title: 'coverage-gate', message: `ghp_c0ffee is below\n${EVIL}` },
          {
            level: 'notice',
            title: 'Not covered',
            message: 'line 3',
            file: 'a.go',
            startLine: 3,
            endLine: 4,
          },
          { level: 'notice', title: 'Stale', message: 'gone', file: 'b.go' },
        ],
        outputs: {
          outcome: 'pass',
          reason: 'said already',
          images: 'a=b\n  digest: forged\r::error::x',
          token: 'ghp_c0ffee',
        },
        summary: 'not shown',
        failed: false,
      },
    })
    expect(commandsIn(stdout)).toEqual([])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')).toEqual([
      'begin',
      'token=*** *** ***',
      ': :set-output name=a::b',
      '## [error]x\\x1b[2K',
      'warning: coverage-gate: *** is below',
      ': :set-output name=a::b',
      '## [error]x\\x1b[2K',
      'notice: a.go:3: line 3',
      'notice: b.go: gone',
      '  outcome: pass',
      '  images: a=b',
      '      digest: forged',
      '    : :error::x',
      '  token: ***',
      '',
    ])
  })

  it('fails as on a runner', async () => {
    const { code, stdout } = await runStep({
      publication: {
        annotations: [{ level: 'error', title: 'coverage-gate', message: 'orders: 60 %' }],
        outputs: { outcome: 'fail', reason: 'orders: 60 %' },
        summary: '',
        failed: true,
      },
    })
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: 'error: coverage-gate: orders: 60 %\n  outcome: fail\n',
    })
  })
})
