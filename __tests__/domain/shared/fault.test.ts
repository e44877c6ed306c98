import { describe, expect, it } from '@jest/globals'
import { Fault, faultMessage, faultsOf } from '../../../src/domain/shared/fault.ts'
import { FILE_FAULTS, fileFault } from '../../../src/domain/shared/file-faults.ts'

const shopFault = faultsOf({
  closed: { class: 'infrastructure', meaning: 'The shop is closed', cure: 'Come back tomorrow.' },
  empty: { class: 'policy', meaning: 'Nothing is left', cure: 'Order it.' },
})

describe('a fault', () => {
  it('says where, what and what to do about it', () => {
    const fault = shopFault('closed', { subject: 'shop', detail: 'the door is locked' })
    expect(fault.message).toBe('shop: the door is locked. Come back tomorrow.')
    expect(fault.message).toBe(faultMessage(fault))
    expect(fault.toString()).toBe('Fault: shop: the door is locked. Come back tomorrow.')
  })

  it.each([
    ['the sign says: Closed.', 'the sign says: Closed. '],
    ['there is no key in .', 'there is no key in .. '],
    ['there is no key in ..', 'there is no key in ... '],
  ])('has one full stop behind %s, and names a folder whole', (detail, said) => {
    expect(shopFault('closed', { subject: 's', detail }).message).toBe(`s: ${said}Come back tomorrow.`)
  })

  it.each(['closed', 'empty'] as const)('has the class and the cure of its row: %s', (code) => {
    const kinds = {
      closed: ['infrastructure', 'Come back tomorrow.'],
      empty: ['policy', 'Order it.'],
    } as const
    expect(shopFault(code, { subject: 's', detail: 'd' })).toMatchObject({
      name: 'Fault',
      code,
      class: kinds[code][0],
      subject: 's',
      detail: 'd',
      hint: kinds[code][1],
    })
  })

  it('has a better hint where the occasion has one', () => {
    const fault = shopFault('empty', { subject: 'milk', detail: 'none', hint: 'Drink water.' })
    expect(fault.hint).toBe('Drink water.')
    expect(fault.message).toBe('milk: none. Drink water.')
  })

  it('keeps its cause, and has none where there is none', () => {
    const cause = new Error('ENOENT')
    expect(shopFault('empty', { subject: 's', detail: 'd', cause }).cause).toBe(cause)
    expect(Object.hasOwn(shopFault('empty', { subject: 's', detail: 'd' }), 'cause')).toBe(false)
  })

  it('is told from a bug', () => {
    expect(shopFault('empty', { subject: 's', detail: 'd' })).toBeInstanceOf(Fault)
    expect(new TypeError('x')).not.toBeInstanceOf(Fault)
  })
})

describe('the faults of files', () => {
  it.each(['file-unreadable', 'file-unwritable'] as const)('%s is of the infrastructure', (code) => {
    expect(fileFault(code, { subject: 'a', detail: 'b' })).toMatchObject({
      code,
      class: FILE_FAULTS[code].class,
    })
    expect(FILE_FAULTS[code].class).toBe('infrastructure')
  })
})
