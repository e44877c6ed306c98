import { faultsOf, type FaultKind } from '../shared/fault.ts'

/** Why coverage could not be decided. A number below a threshold is a verdict and not here. */
export const COVERAGE_FAULTS = {
  'profile-not-found': {
    class: 'code',
    meaning: 'A line of `profile` matches no file',
    cure: 'Run the tests with -coverprofile before this step, in the same job, and name the file they wrote.',
  },
  'profile-is-directory': {
    class: 'configuration',
    meaning: 'A line of `profile` names a folder, or the binary files of GOCOVERDIR',
    cure: 'Convert them first: go tool covdata textfmt -i=<folder> -o=coverage.out, and name coverage.out.',
  },
  'profile-empty': {
    class: 'code',
    meaning: 'A profile has no bytes',
    cure: 'Look at the test step: it was killed, or its output was redirected.',
  },
  'profile-no-statements': {
    class: 'code',
    meaning: 'The profiles hold no statement, or every one of them is excluded',
    cure: 'Give -coverpkg the packages to measure (./...), and check `exclude`.',
  },
  'profile-format-unknown': {
    class: 'configuration',
    meaning: 'A file is neither a Go coverage profile nor LCOV',
    cure: 'Name a file that begins with "mode:" (Go) or holds "SF:" records (LCOV), or say which it is with `format`.',
  },
  'profile-malformed': {
    class: 'code',
    meaning: 'A line of a profile cannot be read',
    cure: 'The file was cut off or edited: run the tests again and do not write into the profile.',
  },
  'profile-formats-mixed': {
    class: 'configuration',
    meaning: 'Go profiles and LCOV files are given together; they count different things',
    cure: 'Use one step per format, each with a service name of its own.',
  },
  'profile-inconsistent': {
    class: 'code',
    meaning: 'Two lines give the same block a different number of statements',
    cure: 'The profiles are of different revisions or toolchains: make all of them in one job, from one checkout.',
  },
  'profile-overlapping': {
    class: 'code',
    meaning: 'Blocks of one file overlap without being the same',
    cure: 'The profiles are of different revisions or Go releases: make all of them in one job, with one toolchain.',
  },
  'profile-inflated': {
    class: 'code',
    meaning: 'Blocks hold more statements than lines, which looks like Go 1.27.0 (golang/go#80974)',
    cure: 'Make the profile with Go 1.27.3 or newer, or with 1.26: the totals of 1.27.0 are wrong.',
  },
  'profile-stale': {
    class: 'code',
    meaning: 'A profile speaks of lines that the source file does not have',
    cure: 'The profile is of another revision: delete it before the tests run, and run them in this job.',
  },
  'profile-unmapped': {
    class: 'configuration',
    meaning: 'There is a go.mod, and most files of the profile are not in the checkout',
    cure: 'Set `working-directory` to the folder that holds the go.mod of the measured module.',
  },
  'package-unmeasured': {
    class: 'configuration',
    meaning:
      'A Go package with statements is in no profile, so that the number does not count it, under `risk: money`',
    cure: 'Give -coverpkg all packages (./...), set `working-directory` to the folder of the service, or name the files in `exclude`.',
  },
  'module-ambiguous': {
    class: 'configuration',
    meaning: 'Several go.mod files of the checkout declare the module of a measured file',
    cure: 'Set `working-directory` to the folder of the go.mod whose tests made the profile.',
  },
  'folder-not-found': {
    class: 'configuration',
    meaning: '`working-directory` is not a folder of the workspace',
    cure: 'Name the folder of the service, relative to the workspace, and check out the repository before this step.',
  },
  'checkout-foreign': {
    class: 'configuration',
    meaning: 'The commit that is checked out is not the one that the run is for',
    cure: 'Measure the commit of the event: give actions/checkout no `ref`, or on pull_request_target the head of the pull request.',
  },
  'diff-unavailable': {
    class: 'configuration',
    meaning: 'The changed lines could not be had from git, and `patch-threshold` needs them',
    cure: 'Give actions/checkout `fetch-depth: 0`, so that the clone holds the base of the change.',
  },
  'patch-unmeasured': {
    class: 'code',
    meaning: 'A changed Go file with functions is in no profile, and `patch-threshold` needs it',
    cure: 'Add its package to -coverpkg (./...), or name the file in `exclude`, as one that is built for another platform or tag.',
  },
} as const satisfies Readonly<Record<string, FaultKind>>

export const coverageFault = faultsOf(COVERAGE_FAULTS)
