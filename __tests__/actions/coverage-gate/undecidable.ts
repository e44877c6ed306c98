import { COVERAGE_FAULTS } from '../../../src/domain/coverage/faults.ts'
import { FILE_FAULTS, fileFault } from '../../../src/domain/shared/file-faults.ts'
import { INPUT_FAULTS } from '../../../src/domain/shared/input-faults.ts'
import { fixture } from '../../domain/coverage/profiles.ts'
import { changeOf, lines, project, type Machine } from './machine.ts'

/** Every fault that the gate can run into. */
export const FAULTS = { ...COVERAGE_FAULTS, ...INPUT_FAULTS, ...FILE_FAULTS }

/** A machine on which the gate cannot decide, and what it has to say. */
interface Case extends Machine {
  readonly what: string
  readonly code: keyof typeof FAULTS
  /** What the message begins with, behind the name of the service. */
  readonly says: string
  /** Where the remedy is not the one of the catalogue. */
  readonly remedy?: string
}

export const GOOD = project('patch/go1.26.8.out')
const withProfile = (profile: string | Uint8Array): Record<string, string | Uint8Array> => ({
  ...GOOD,
  'coverage.out': profile,
})

export const CASES: readonly Case[] = [
  {
    what: 'no profile',
    files: {},
    code: 'profile-not-found',
    says: 'coverage.out: there is no such file in the workspace',
  },
  {
    what: 'a profile in another folder',
    files: GOOD,
    inputs: { 'working-directory': 'services/orders' },
    code: 'profile-not-found',
    says: 'coverage.out: there is no such file in services/orders',
  },
  {
    what: 'one of two profiles',
    files: GOOD,
    inputs: { profile: 'coverage.out\nintegration.out' },
    code: 'profile-not-found',
    says: 'integration.out: there is no such file in the workspace',
  },
  {
    what: 'a glob that matches nothing beside one that does',
    files: GOOD,
    inputs: { profile: '*.out\n**/*.info' },
    code: 'profile-not-found',
    says: '**/*.info: there is no such file in the workspace',
  },
  {
    what: 'a folder',
    files: { ...GOOD, 'covdata/covmeta.4637e00f0cd2376a9a69900521a310e0': 'x' },
    inputs: { profile: 'covdata' },
    code: 'profile-is-directory',
    says: 'covdata: it is a folder, not a profile. Convert them first: go tool covdata textfmt -i=<folder> -o=coverage.out',
  },
  {
    what: 'the files of GOCOVERDIR by a glob',
    files: { ...GOOD, 'data/covcounters.4637e00f0cd2376a9a69900521a310e0.1.1': 'x' },
    inputs: { profile: 'data/*' },
    code: 'profile-is-directory',
    says: 'data/*: data/covcounters.4637e00f0cd2376a9a69900521a310e0.1.1 is binary coverage data',
  },
  {
    what: 'a file of GOCOVERDIR by its name',
    files: { ...GOOD, 'covmeta.4637e00f0cd2376a9a69900521a310e0': 'x' },
    inputs: { profile: 'covmeta.4637e00f0cd2376a9a69900521a310e0' },
    code: 'profile-is-directory',
    says: 'covmeta.4637e00f0cd2376a9a69900521a310e0: covmeta.4637e00f0cd2376a9a69900521a310e0 is binary coverage data',
  },
  {
    what: 'no byte',
    files: withProfile(''),
    code: 'profile-empty',
    says: 'coverage.out: the file has no bytes',
  },
  {
    what: 'no byte in the format that is asked for',
    files: withProfile(''),
    inputs: { format: 'lcov' },
    code: 'profile-empty',
    says: 'coverage.out: the file has no bytes',
  },
  {
    what: 'no statement',
    files: project('mode-only/go1.26.8.out'),
    code: 'profile-no-statements',
    says: 'coverage.out: 0 files with statements in the profile, 0 of them excluded, none left',
  },
  {
    what: 'everything excluded',
    files: GOOD,
    inputs: { exclude: '**' },
    code: 'profile-no-statements',
    says: 'coverage.out: 1 files with statements in the profile, 1 of them excluded, none left',
  },
  {
    what: 'an LCOV tracefile without lines',
    files: { 'coverage.out': 'TN:\n' },
    code: 'profile-no-statements',
    says: 'coverage.out: 0 files with lines in the profile, 0 of them excluded, none left',
  },
  {
    what: 'another kind of file',
    files: withProfile('<?xml version="1.0"?>\n<coverage/>\n'),
    code: 'profile-format-unknown',
    says: 'coverage.out: it begins with "<?xml version=\\"1.0\\"?>\\n<coverage/>\\n"',
  },
  {
    what: 'a profile in UTF-16',
    files: withProfile(new Uint8Array(Buffer.from('\ufeffmode: set\n', 'utf16le'))),
    code: 'profile-format-unknown',
    says: 'coverage.out: it begins with',
  },
  {
    what: 'a line that was cut off',
    files: withProfile(`${GOOD['coverage.out'] ?? ''}example.com/patch/order.go:90.1,91`),
    code: 'profile-malformed',
    says: 'coverage.out:87: "example.com/patch/order.go:90.1,91" is not a coverage block',
  },
  {
    what: 'a line of another file that was cut off',
    files: { ...GOOD, 'reports/b.out': 'mode: set\nx\n' },
    inputs: { profile: '*.out\nreports/*.out' },
    code: 'profile-malformed',
    says: 'reports/b.out:2: "x" is not a coverage block',
  },
  {
    what: 'a Go profile as LCOV',
    files: GOOD,
    inputs: { format: 'lcov' },
    code: 'profile-malformed',
    says: 'coverage.out:1: "mode: set" is not an LCOV record',
  },
  {
    what: 'an LCOV tracefile as Go',
    files: { 'coverage.out': fixture('lcov/jest-v8.info') },
    inputs: { format: 'go' },
    code: 'profile-malformed',
    says: 'coverage.out:1: expected "mode: set", "mode: count" or "mode: atomic", found "TN:"',
  },
  {
    what: 'an LCOV tracefile that was cut off',
    files: { 'coverage.out': fixture('lcov/jest-v8.info').slice(0, 200) },
    code: 'profile-malformed',
    says: 'coverage.out:25: "DA:" is not DA:<line>,<count>',
  },
  {
    what: 'two formats',
    files: { ...GOOD, 'b.info': fixture('lcov/jest-v8.info') },
    inputs: { profile: 'coverage.out\nb.info' },
    code: 'profile-formats-mixed',
    says: 'b.info: it is in the format lcov, and the files before it are in go',
  },
  {
    what: 'blocks that contradict each other',
    files: withProfile(
      'mode: set\nexample.com/patch/order.go:42.2,42.9 1 1\nexample.com/patch/order.go:42.2,42.9 2 1\n',
    ),
    code: 'profile-inconsistent',
    says: 'coverage.out:3: the block example.com/patch/order.go:42.2,42.9 has 2 statements here and 1 before',
  },
  {
    what: 'profiles of two Go releases',
    files: project('mixed-toolchains/together.out'),
    code: 'profile-overlapping',
    says: 'price/price.go: the blocks 4.43,7.31 and 5.2,6.1 overlap',
  },
  {
    what: 'profiles of two Go releases, in two files',
    files: {
      ...project('mixed-toolchains/go1.26.8.out'),
      'new.out': fixture('mixed-toolchains/go1.27.3.out'),
    },
    inputs: { profile: '*.out' },
    code: 'profile-overlapping',
    says: 'price/price.go: the blocks 4.43,7.31 and 5.2,6.1 overlap',
  },
  {
    what: 'a profile of Go 1.27.0',
    files: project('inflation-1.27.0/go1.27.0.out'),
    code: 'profile-inflated',
    says: 'f.go:4: 3 of 5 blocks hold more statements than lines',
  },
  {
    what: 'a profile of an older revision',
    files: project('stale/go1.26.8.out'),
    code: 'profile-stale',
    says: 'stale.go:10: the profile has a block 8.12,10.3, and the file has no such place',
  },
  {
    what: 'a profile of another module',
    files: { ...GOOD, 'coverage.out': fixture('stale/go1.26.8.out') },
    code: 'profile-unmapped',
    says: 'example.com/stale/stale.go: 1 of 1 files are not in the checkout; it has example.com/patch in .',
  },
  {
    what: 'a working-directory that is not there',
    files: GOOD,
    inputs: { 'working-directory': 'app/typo', profile: '/workspace/coverage.out' },
    code: 'folder-not-found',
    says: 'working-directory: there is no folder app/typo',
  },
  {
    what: 'a checkout of another commit',
    files: GOOD,
    context: { sha: 'c0ffee0000000000000000000000000000000000' },
    code: 'checkout-foreign',
    says: 'the checkout: it is at 4f0c29d8a1b7, and the push is for c0ffee000000',
  },
  {
    what: 'a pull request on the target with the base checked out',
    files: GOOD,
    context: {
      event: 'pull_request_target',
      payload: { pull_request: { head: { sha: 'c0ffee0000000000000000000000000000000000' } } },
    },
    code: 'checkout-foreign',
    says: 'the checkout: it is at 4f0c29d8a1b7, and the pull_request_target is for c0ffee000000',
  },
  {
    what: 'two go.mod files that declare the measured module, neither of them around the working directory',
    files: { ...project('patch/go1.26.8.out', 'one/'), ...project('patch/go1.26.8.out', 'two/') },
    inputs: { profile: 'one/coverage.out' },
    code: 'module-ambiguous',
    says: 'example.com/patch/order.go: its module example.com/patch is declared by one/go.mod and by two/go.mod',
  },
  {
    what: 'a function that the profile does not know',
    files: { ...GOOD, 'order.go': `${fixture('patch/src/order.go')}\nfunc added() {}\n` },
    code: 'profile-stale',
    says: 'order.go:',
  },
  {
    what: 'a threshold that is none',
    files: GOOD,
    inputs: { threshold: '80 %' },
    code: 'input-invalid',
    says: 'input "threshold": is "80 %"; expected a decimal from 0 to 100 without a percent sign, such as 80 or 82.5',
  },
  {
    what: 'a threshold of a variable that is not set to a number',
    files: GOOD,
    inputs: { threshold: 'high' },
    code: 'input-invalid',
    says: 'input "threshold": is "high"; expected a decimal',
  },
  {
    what: 'two thresholds that are none',
    files: GOOD,
    inputs: { threshold: '800', 'patch-threshold': '-1' },
    code: 'input-invalid',
    says: '2 inputs: "threshold" is "800"; expected a decimal from 0 to 100 without a percent sign, such as 80 or 82.5; "patch-threshold" is "-1"; expected',
  },
  {
    what: 'a patch-threshold where git does not hold the base',
    files: GOOD,
    inputs: { 'patch-threshold': '80' },
    context: { payload: { before: 'c0', repository: { default_branch: 'main' } } },
    code: 'diff-unavailable',
    says: 'patch-threshold: the clone does not hold c0 and the commits after it',
  },
  {
    what: 'a patch-threshold where a changed file is in no profile',
    ...changeOf({ 'new.go': [3], 'a.go': [3] }),
    files: { ...lines('++'), 'new.go': 'package m\n\nfunc n() { f() }\n' },
    inputs: { 'patch-threshold': '80' },
    code: 'patch-unmeasured',
    says: 'new.go: the lines of 1 changed files are in no profile: new.go',
  },
  {
    what: 'a patch-threshold where no measured file is in the checkout',
    ...changeOf({ 'src/basket.js': [3] }),
    files: { 'coverage.out': fixture('lcov/gcc-plain.info') },
    inputs: { 'patch-threshold': '80' },
    code: 'patch-unmeasured',
    says: '/build/lcov/src/c/limit.h: 3 of 3 files of the profile are not in the checkout, so their changed lines are not known',
    remedy:
      'Set `working-directory` to the folder of the measured sources, or name these files in `exclude`.',
  },
  {
    what: 'a profile that cannot be read',
    files: GOOD,
    break: (files) => ({
      ...files,
      open: (path) => {
        throw fileFault('file-unreadable', { subject: path, detail: 'EACCES: permission denied' })
      },
    }),
    code: 'file-unreadable',
    says: 'coverage.out: EACCES: permission denied',
  },
]
