import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { Break } from './break.ts'

/** The money service gets refunds that nobody tested. */
export const coverage: Break = {
  name: 'coverage',
  summary: 'payments-worker gets untested refunds, so that less than 80 % of it is covered',
  service: 'payments-worker',
  action: 'coverage-gate',
  outcome: 'fail',
  apply: async (folder) => {
    const target = join(folder, 'internal', 'refund')
    await mkdir(target, { recursive: true })
    await cp(join(import.meta.dirname, 'coverage', 'refund.go'), join(target, 'refund.go'))
  },
}
