import { afterEach, describe, it } from '@jest/globals'
import { caseCount, seed } from '../../support/case-count.ts'
import { race } from './race.ts'
import { stopAll } from './world.ts'

afterEach(stopAll)

describe('bumps that race with each other and with people', () => {
  const races = Array.from({ length: caseCount(20, 1000) }, (_, index) => seed + index)
  it.each(races)('end as in some serial order: SEED=%i', race)
})
