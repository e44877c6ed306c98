import { describe, expect, it } from '@jest/globals'
import { elements, rendered, visibleText } from '../../support/rendered.ts'
import { fixture } from '../../domain/coverage/profiles.ts'
import { changeOf, lines, project, runGate, type Machine } from './machine.ts'

async function summaryOf(machine: Machine): Promise<string> {
  return (await runGate(machine)).summary
}

/** What a reader sees, one line per paragraph, cell or item. */
async function readerSees(machine: Machine): Promise<readonly string[]> {
  const html = rendered(await summaryOf(machine)).replace(/<\/(?:h\d|p|td|th|li|summary)>/g, '\n')
  return visibleText(html)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

describe('the summary', () => {
  it('of a gate that failed', async () => {
    const machine = {
      ...changeOf({ 'order.go': [20, 22, 28, 30, 31, 32, 33, 34, 193] }),
      files: project('patch/go1.26.8.out'),
      inputs: { risk: 'money' },
    }
    expect(await summaryOf(machine)).toMatchInlineSnapshot(`
     "### Coverage of orders: ❌ failed

     orders\\: 72\\.63 \\% \\(69\\/95 statements\\) is below the required 80 \\%\\: 7 statements short\\. Changed lines\\: 11\\.11 \\% \\(1\\/9 lines\\)\\, no threshold is set\\.

     | package | uncovered statements | covered | percent |
     | --- | ---: | ---: | ---: |
     | \`example.com/patch\` | 26 | 69\\/95 | 72\\.63 \\% |

     #### Changed lines that no test runs

     | lines | run |
     | --- | --- |
     | \`order.go:30-34\` | not at all |
     | \`order.go:20\` | in part |
     | \`order.go:22\` | not at all |
     | \`order.go:193\` | not at all |

     <details><summary>How this number came about</summary>

     - Enforced: every event of this service is enforced.
     - Read: \`coverage.out\` \\(mode set\\); every block counts once.
     - \`go tool cover -func\` counts 68\\/93 \\(73\\.11 \\%\\): it leaves out 2 statements in function literals of package\\-level variables\\, and rounds.
     - Checked for overlapping blocks\\: passed \\(1 files\\)\\.
     - Checked for Go 1\\.27\\.0 inflation\\: passed \\(0 of 85 blocks are dense\\)\\.
     - Checked for stale lines\\: passed \\(1 of 1 files have source\\)\\.
     - Checked for another commit\\: passed \\(c2\\)\\.

     </details>"
    `)
  })

  it('of names and texts that come from elsewhere has no markup of theirs', async () => {
    const name = 'src/a|b`c`<img src=x onerror=alert(1)>@org/team#1.js'
    const machine = {
      ...changeOf({ [name]: [1] }),
      files: {
        'coverage.out': `SF:${name}\nDA:1,0\nend_of_record\nSF:gen/**bold**.js\nDA:1,1\nend_of_record\n`,
        [name]: 'x\n',
      },
      inputs: { threshold: '80', 'enforce-on': 'never', exclude: 'gen/*' },
    }
    const summary = await summaryOf(machine)
    // zero-width spaces keep GitHub from seeing names and numbers of issues
    expect(summary.replaceAll('\u200b', '~')).toMatchInlineSnapshot(`
     "### Coverage of orders: ⚠️ would fail where it is enforced

     orders\\: 0\\.00 \\% \\(0\\/1 lines\\) is below the required 80 \\%\\: 1 line short\\. Changed lines\\: 0\\.00 \\% \\(0\\/1 lines\\)\\, no threshold is set\\. Not enforced\\: this service is never stopped by its coverage\\.

     | package | uncovered lines | covered | percent |
     | --- | ---: | ---: | ---: |
     | <code>src\\/a\\|b\\\`c\\\`\\<img src\\=x onerror\\=alert\\(1\\)\\>\\@~org</code> | 1 | 0\\/1 | 0\\.00 \\% |

     #### Changed lines that no test runs

     | lines | run |
     | --- | --- |
     | <code>src\\/a\\|b\\\`c\\\`\\<img src\\=x onerror\\=alert\\(1\\)\\>\\@~org\\/team\\#~1\\.js\\:1</code> | not at all |

     <details><summary>How this number came about</summary>

     - Not enforced: this service is never stopped by its coverage.
     - Read: \`coverage.out\`; every line counts once.
     - Excluded: \`gen/**bold**.js (gen/*, 1 lines)\`.
     - Checked for stale lines\\: passed \\(1 of 2 files have source\\)\\.
     - Checked for another commit\\: passed \\(c2\\)\\.

     </details>"
    `)
    expect(elements(rendered(summary))).not.toContain('img')
    expect(await readerSees(machine)).toEqual(
      expect.arrayContaining([`${name}:1`, 'Excluded: gen/**bold**.js (gen/*, 1 lines).']),
    )
  })

  it('of information', async () => {
    expect(await readerSees({ files: lines('+-'), inputs: { risk: 'read-only' } })).toEqual([
      'Coverage of orders: ℹ️ for information',
      'orders: 50.00 % (1/2 statements), no threshold is set.',
      'package',
      'uncovered statements',
      'covered',
      'percent',
      'm',
      '1',
      '1/2',
      '50.00 %',
      'Changed lines: not measured, because the payload of the push names no base. Give actions/checkout fetch-depth: 0.',
      'How this number came about',
      'Not enforced: this service is never stopped by its coverage.',
      'Read: coverage.out (mode set); every block counts once.',
      'go tool cover -func counts 1/2 (50.00 %): it prints one digit, rounded.',
      'Checked for overlapping blocks: passed (1 files).',
      'Checked for Go 1.27.0 inflation: passed (0 of 2 blocks are dense).',
      'Checked for stale lines: passed (1 of 1 files have source).',
      'Checked for another commit: passed (4f0c29d8a1b7).',
    ])
  })

  it.each([
    [{ threshold: '50' }, '✅ passed'],
    [{ threshold: '51' }, '❌ failed'],
    [{ threshold: '51', 'enforce-on': 'never' }, '⚠️ would fail where it is enforced'],
  ])('of %j says %s', async (inputs, title) => {
    expect((await readerSees({ files: lines('+-'), inputs }))[0]).toBe(`Coverage of orders: ${title}`)
  })

  it('of what could not be measured is the reason', async () => {
    expect(await readerSees({ files: {}, inputs: { risk: 'money' } })).toEqual([
      'Coverage of orders: could not be measured',
      'orders: coverage.out: there is no such file in the workspace. Run the tests with -coverprofile before this step, in the same job, and name the file they wrote.',
    ])
  })
})

describe('long tables', () => {
  it('of packages are folded behind fifteen rows', async () => {
    const many = (count: number): Record<string, string> => {
      const names = Array.from({ length: count }, (_, index) => `p${String(index).padStart(2, '0')}/a.go`)
      return { 'coverage.out': `mode: set\n${names.map((name) => `m/${name}:3.2,3.5 1 0\n`).join('')}` }
    }
    expect(await readerSees({ files: many(15), inputs: { risk: 'read-only' } })).not.toContainEqual(
      expect.stringMatching(/more packages/),
    )
    const seen = await readerSees({ files: many(17), inputs: { risk: 'read-only' } })
    const fold = seen.indexOf('2 more packages')
    expect(seen.indexOf('m/p14')).toBeLessThan(fold)
    expect(seen.indexOf('m/p14')).toBeGreaterThan(-1)
    expect(seen.indexOf('m/p15')).toBeGreaterThan(fold)
    expect(seen).toContain('m/p16')
  })

  it('of changed lines are folded behind fifteen rows', async () => {
    const changed = (count: number): Machine => ({
      ...changeOf({ 'a.go': Array.from({ length: 2 * count }, (_, index) => index + 3) }),
      files: lines('-+'.repeat(count)),
      inputs: { risk: 'read-only' },
    })
    const fifteen = await readerSees(changed(15))
    expect(fifteen).toContain('Changed lines that no test runs')
    expect(fifteen).not.toContainEqual(expect.stringMatching(/more places/))
    const seen = await readerSees(changed(16))
    expect(seen.indexOf('1 more places')).toBeGreaterThan(seen.indexOf('a.go:31'))
    expect(seen.indexOf('a.go:33')).toBeGreaterThan(seen.indexOf('1 more places'))
  })

  it('of changed lines are left out where all run', async () => {
    const seen = await readerSees({
      ...changeOf({ 'a.go': [3] }),
      files: lines('+-'),
      inputs: { risk: 'read-only' },
    })
    expect(seen).not.toContain('Changed lines that no test runs')
    expect(seen).not.toContainEqual(expect.stringMatching(/not measured/))
  })
})

describe('how the number came about', () => {
  const seenOf = (machine: Machine): Promise<readonly string[]> =>
    readerSees({ ...machine, inputs: { risk: 'read-only', ...machine.inputs } })

  it('names every profile and mode', async () => {
    const files = { ...lines('+'), 'b.out': lines('-')['coverage.out']?.replace('set', 'atomic') ?? '' }
    expect(await seenOf({ files, inputs: { profile: 'coverage.out\nb.out' } })).toContain(
      'Read: coverage.out, b.out (mode set, atomic); every block counts once.',
    )
    const lcov = await seenOf({ files: { 'coverage.out': fixture('lcov/jest-v8.info') } })
    expect(lcov).toContain('Read: coverage.out; every line counts once.')
    expect(lcov).toContain('Checked for stale lines: not checked (no source).')
    expect(lcov).not.toContainEqual(expect.stringMatching(/go tool cover/))
    const { 'a.go': source = '' } = lines('+')
    const converted = { 'coverage.out': 'SF:a.go\nDA:3,1\nend_of_record\n', 'a.go': source }
    expect(await seenOf({ files: converted })).not.toContainEqual(expect.stringMatching(/go tool cover/))
  })

  it('explains why go tool cover -func says something else', async () => {
    expect(await seenOf({ files: project('package-level-literals/go1.26.8.out') })).toContain(
      'go tool cover -func counts 1/1 (100.00 %): it leaves out 9 statements in function literals of package-level variables, and rounds.',
    )
    expect(await seenOf({ files: project('generated-code/go1.26.8.out') })).toContain(
      'go tool cover -func counts 5/9 (55.55 %): it prints one digit, rounded; it knows no exclusions.',
    )
  })

  it('does not speak for a tool that could not run', async () => {
    const seen = await seenOf({ files: project('line-directives/go1.26.8.out') })
    expect(seen).not.toContainEqual(expect.stringMatching(/go tool cover/))
    const bare = { 'coverage.out': fixture('patch/go1.26.8.out') }
    expect(await seenOf({ files: bare })).not.toContainEqual(expect.stringMatching(/go tool cover/))
  })

  it('lists what is excluded, and says where a pattern matches nothing', async () => {
    const files = project('generated-code/go1.26.8.out')
    expect(await seenOf({ files, inputs: { exclude: 'hand.go' } })).toContain(
      'Excluded: almost.go (generated, 1 statements), enum_gen.go (generated, 3 statements), hand.go (hand.go, 3 statements), licensed_gen.go (generated, 1 statements).',
    )
    const note = 'No file matches `exclude`.'
    expect(await seenOf({ files, inputs: { exclude: 'hand.go' } })).not.toContain(note)
    expect(await seenOf({ files, inputs: { exclude: 'handy.go' } })).toContain(note)
    expect(await seenOf({ files })).not.toContain(note)
  })

  it('lists files with functions that no profile mentions, fifteen of them by name', async () => {
    const more = (count: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `n${String(index).padStart(2, '0')}.go`,
          'package m\n\nfunc n() {}\n',
        ]),
      )
    const listed = async (count: number): Promise<string | undefined> =>
      (await seenOf({ files: { ...lines('+'), ...more(count) } })).find((line) =>
        line.startsWith('In no profile'),
      )
    expect(await listed(0)).toBeUndefined()
    expect(await listed(2)).toBe('In no profile, though it holds functions: n00.go, n01.go.')
    expect(await listed(15)).toMatch(/, n14\.go\.$/)
    expect(await listed(17)).toMatch(/, n14\.go and 2 more\.$/)
  })
})
