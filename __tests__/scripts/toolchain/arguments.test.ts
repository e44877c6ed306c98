import { expect, it } from '@jest/globals'
import { parseArguments } from '../../../scripts/toolchain/arguments.ts'

it.each([
  [[], { kind: 'provide', names: [] }],
  [['act', 'syft'], { kind: 'provide', names: ['act', 'syft'] }],
  [['--list'], { kind: 'list', names: [] }],
  [['act', '--list'], { kind: 'list', names: ['act'] }],
  [['--help', '--wrong'], { kind: 'help' }],
  [['--list', '--wrong'], { kind: 'wrong', message: 'unknown option --wrong; see --help' }],
  [['-l'], { kind: 'wrong', message: 'unknown option -l; see --help' }],
])('reads %j', (args, request) => {
  expect(parseArguments(args)).toEqual(request)
})
