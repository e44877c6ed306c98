import { faultsOf, type FaultKind } from './fault.ts'

/** What goes wrong with files that are there. */
export const FILE_FAULTS = {
  'file-unreadable': {
    class: 'infrastructure',
    meaning: 'A file is there and cannot be read',
    cure: 'Check who owns the file and with which permissions the step that wrote it ran.',
  },
  'file-unwritable': {
    class: 'infrastructure',
    meaning: 'A file cannot be written',
    cure: 'Check the space on the disk and who owns the folder (RUNNER_TEMP).',
  },
} as const satisfies Readonly<Record<string, FaultKind>>

export const fileFault = faultsOf(FILE_FAULTS)
