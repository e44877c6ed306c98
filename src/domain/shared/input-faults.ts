import { faultsOf, type FaultKind } from './fault.ts'

/** What goes wrong before an action has begun. */
export const INPUT_FAULTS = {
  'input-invalid': {
    class: 'configuration',
    meaning: 'Inputs are missing, malformed or contradict each other; all of them are named',
    cure: 'Correct the `with:` block of the step; an expression such as ${{ vars.X }} that resolves to nothing counts as not given.',
  },
} as const satisfies Readonly<Record<string, FaultKind>>

export const inputsFault = faultsOf(INPUT_FAULTS)
