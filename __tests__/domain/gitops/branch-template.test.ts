import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { BranchTemplate } from '../../../src/domain/gitops/branch-template.ts'
import { isBranchName } from '../../../src/domain/gitops/git-ref.ts'
import { Fault } from '../../../src/domain/shared/fault.ts'

const sha = '0a'.repeat(20)
const values = { overlay: 'dev', service: 'orders', sha }

/** git takes refs/heads/@, but reads @ as HEAD wherever a branch is named. */
const gitTakes = (name: string): boolean =>
  name !== '@' && spawnSync('git', ['check-ref-format', '--branch', name], { cwd: tmpdir() }).status === 0

describe('the name of a branch', () => {
  it.each([
    'main',
    'bump/dev/orders',
    'a',
    'a.b',
    'a@b',
    '@a',
    'a@',
    'a-',
    'a{b}',
    'a#b',
    'a"b',
    "a'b",
    'a&b|c;d',
    'ü/é',
    'a.lockx',
    'x.LOCK',
    '',
    '@',
    'HEAD',
    'head',
    'a/HEAD',
    '-a',
    'a/-b',
    '.a',
    'a/.b',
    'a.',
    'a/b.',
    'a./b',
    'a..b',
    'a.lock',
    'a.lock/b',
    'a/b.lock',
    '/a',
    'a/',
    'a//b',
    'a@{b',
    '@{-1}',
    'a b',
    'a~b',
    'a^b',
    'a:b',
    'a?b',
    'a*b',
    'a[b',
    'a]b',
    'a\\b',
    'a\tb',
    'a\nb',
    'a\u007fb',
    'a\u0085b',
    'refs/heads/a',
  ])('is judged as by git: %j', (name) => {
    expect(isBranchName(name)).toBe(gitTakes(name))
  })

  it('is judged as by git, whatever it is', () => {
    const unit = fc.constantFrom(
      ...Array.from('aaaab.//@{-~^:?*[\\ \t\u007fü'),
      '.lock',
      '..',
      'HEAD',
      '@{',
      '//',
    )
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 6 }).map((parts) => parts.join('')),
        (name) => {
          expect(isBranchName(name)).toBe(gitTakes(name))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is whole characters', () => {
    expect(isBranchName('a\ud800b')).toBe(false)
    expect(isBranchName('a\0b')).toBe(false)
  })
})

describe('a branch template', () => {
  it.each([
    ['bump/{overlay}/{service}', 'bump/dev/orders', false],
    ['bump/{service}-{sha}', `bump/orders-${sha}`, true],
    ['{service}', 'orders', false],
    ['gitops', 'gitops', false],
    ['{overlay}{overlay}', 'devdev', false],
  ])('%s', (text, branch, namesCommit) => {
    const template = BranchTemplate.parse(text)
    expect(template.branch(values, 'main')).toBe(branch)
    expect([template.namesCommit, template.toString(), template.text]).toEqual([namesCommit, text, text])
  })

  it.each([
    '',
    'bump/{tag}',
    'bump/{ overlay }',
    'bump/{Overlay}',
    'bump/{overlay',
    'bump/}',
    '{{overlay}}',
    '{}',
    'bump//x',
    '/{service}',
    '{service}/',
    'bump/{service}.lock',
    '.{service}',
    'a b',
    '-{service}',
    'HEAD',
    'refs/heads/{service}',
    '{sha}',
    'x'.repeat(245),
    'ü'.repeat(123),
  ])('is refused: %s', (text) => {
    expect(() => BranchTemplate.parse(text)).toThrow(
      new RangeError(
        'a branch name with the placeholders {overlay}, {service} and {sha}, such as bump/{overlay}/{service}',
      ),
    )
  })

  it.each([
    ['the base', '{overlay}', { ...values, overlay: 'main' }, 'is the base branch itself'],
    ['a component git refuses', 'bump/{overlay}', { ...values, overlay: 'dev.lock' }, 'git does not take'],
    ['an option', '{overlay}/x', { ...values, overlay: '-f' }, 'git does not take'],
    ['a commit', '{service}', { ...values, service: sha }, 'reads as a commit'],
    ['a full ref', '{overlay}/{service}', { ...values, overlay: 'refs' }, 'begins with refs/'],
    [
      'a name too long',
      '{overlay}/{service}',
      { ...values, overlay: 'x'.repeat(240) },
      'has more than 244 bytes',
    ],
  ])('gives no branch for %s', (_, text, given, reason) => {
    const template = BranchTemplate.parse(text)
    expect(() => template.branch(given, 'main')).toThrow(Fault)
    expect(() => template.branch(given, 'main')).toThrow(reason)
  })

  it('puts values in as they are', () => {
    const odd = { overlay: '$&', service: '{sha}', sha }
    expect(BranchTemplate.parse('{overlay}/{service}').branch(odd, 'main')).toBe('$&/{sha}')
  })

  it('gives names that git takes, or none', () => {
    const part = fc.string({ unit: fc.constantFrom(...Array.from('ab./@{-~ ')), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(part, part, (overlay, service) => {
        try {
          const name = BranchTemplate.parse('bump/{overlay}/{service}').branch(
            { overlay, service, sha },
            'main',
          )
          expect(gitTakes(name)).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(Fault)
          expect(gitTakes(`bump/${overlay}/${service}`)).toBe(false)
        }
      }),
      { numRuns: 100 },
    )
  })
})
