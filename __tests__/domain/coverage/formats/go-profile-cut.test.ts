import { describe, expect, it } from '@jest/globals'
import { faultOf, parseGo } from '../profiles.ts'

describe('a profile that was cut off', () => {
  const profile = 'mode: set\na.go:1.1,2.2 3 1\na.go:3.1,4.2 2 120\n'

  it.each([
    ['a.go:3.1,4.2 2 120', 'behind its last count'],
    ['a.go:3.1,4.2 2 1', 'in its last count'],
    ['a.go:3.1,4.2 2 120\r', 'in its line break'],
  ])('… %j is refused, though it can be read: %s', (line) => {
    const cut = `mode: set\na.go:1.1,2.2 3 1\n${line}`
    const fault = faultOf(() => parseGo(cut))
    expect(fault).toMatchObject({ code: 'profile-malformed', subject: 'p1.out:3' })
    expect(fault.message).toBe(
      'p1.out:3: the last line has no line break, so the file was cut off there, or written by another tool. ' +
        'Run the tests again. If a script of yours writes the file and it is complete, end it with a line break.',
    )
    // and where every line is expected
    expect(faultOf(() => parseGo(profile, profile, cut)).subject).toBe('p3.out:3')
  })

  it.each(['mode: set', '\ufeffmode: set', 'mode: set\r'])('is refused in its first line: %j', (cut) => {
    expect(faultOf(() => parseGo(cut))).toMatchObject({ code: 'profile-malformed', subject: 'p1.out:1' })
  })

  it('is refused at every byte but those behind a line break', () => {
    const whole = Array.from({ length: profile.length }, (_, length) => profile.slice(0, length + 1)).filter(
      (cut) => {
        try {
          return parseGo(cut).files.size >= 0
        } catch {
          return false
        }
      },
    )
    expect(whole).toEqual(['mode: set\n', 'mode: set\na.go:1.1,2.2 3 1\n', profile])
  })
})
