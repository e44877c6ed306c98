import { describe, expect, it } from '@jest/globals'

import { known, parseArguments } from '../../../scripts/pipeline/arguments.ts'

const parse = (...args: string[]): ReturnType<typeof parseArguments> =>
  parseArguments(args, ['coverage', 'digest'])

describe('parseArguments', () => {
  it('runs everything when nothing is asked for', () => {
    expect(parse()).toEqual({
      kind: 'run',
      services: [],
      events: ['pull_request', 'push'],
      breakName: undefined,
      keep: false,
    })
  })

  it('takes services, events and a break', () => {
    const args = [
      '--service',
      'orders',
      '--service=catalog',
      '--event',
      'push',
      '--break',
      'digest',
      '--keep',
    ]
    expect(parse(...args)).toEqual({
      kind: 'run',
      services: ['orders', 'catalog'],
      events: ['push'],
      breakName: 'digest',
      keep: true,
    })
  })

  it('knows --help', () => {
    expect(parse('--help')).toEqual({ kind: 'help' })
  })

  it.each([
    [['--force'], /^Unknown option '--force'; known: --service, --event, --break, --keep, --help$/],
    [['orders'], /^Unexpected argument 'orders'; known: /],
    [['--event', 'schedule'], /^unknown event schedule; known: pull_request, push$/],
    [['--break', 'everything'], /^unknown break everything; known: coverage, digest$/],
    [['--keep=yes'], /^Option '--keep' does not take an argument; known: /],
    [['--service'], /^Option '--service <value>' argument missing; known: /],
  ])('refuses %j and names what is known', (args, message) => {
    const request = parse(...args)
    expect(request.kind).toBe('wrong')
    expect(request).toHaveProperty('message', expect.stringMatching(message))
  })
})

describe('known', () => {
  it('gives the names back', () => {
    expect(known('service', ['a'], ['a', 'b'])).toEqual(['a'])
  })

  it('names what is known', () => {
    expect(() => known('service', ['a', 'c'], ['a', 'b'])).toThrow('unknown service c; known: a, b')
  })
})
