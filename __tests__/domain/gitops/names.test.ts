import { describe, expect, it } from '@jest/globals'
import { BranchTemplate } from '../../../src/domain/gitops/branch-template.ts'
import { parseImageLines } from '../../../src/domain/gitops/image-lines.ts'
import { RepositoryName } from '../../../src/domain/gitops/repository-name.ts'
import { Reviewer } from '../../../src/domain/gitops/reviewer.ts'
import { isRefPattern, matchesRef } from '../../../src/domain/shared/ref-pattern.ts'

describe('a repository', () => {
  it.each(['org/bookstore-gitops', 'o/r', 'Some_Org/.github', 'a-b/c.d_e', 'enterprise_shop/x'])(
    'is %s',
    (text) => {
      expect(RepositoryName.parse(text).toString()).toBe(text)
    },
  )

  it.each([
    '',
    'org',
    '/r',
    'o/',
    'o/r/x',
    '-o/r',
    'o-/r',
    'o--p/r',
    'o/.',
    'o/..',
    'o/r.git',
    'https://github.com/o/r',
    'o/r ',
    'o/ü',
    'o/r\n',
    `o/${'r'.repeat(101)}`,
  ])('is not %j', (text) => {
    expect(() => RepositoryName.parse(text)).toThrow('a repository as owner/name')
  })
})

describe('a reviewer', () => {
  it.each([
    ['alice', 'person', 'alice'],
    ['@alice', 'person', 'alice'],
    ['alice-b_shop', 'person', 'alice-b_shop'],
    ['org/platform', 'team', 'platform'],
    ['@org/pay-ments_2', 'team', 'pay-ments_2'],
  ])('%s is a %s called %s', (text, kind, slug) => {
    expect(Reviewer.parse(text)).toMatchObject({ kind, slug })
  })

  it.each(['', '@', '@@a', 'a b', 'org/', '/team', 'org/Team', 'o/t/x', 'ü', 'a\nb', '-a'])(
    'is not %j',
    (text) => {
      expect(() => Reviewer.parse(text)).toThrow('a login such as alice, or a team')
    },
  )
})

describe('the lines of images', () => {
  const digest = `sha256:${'0a'.repeat(32)}`

  it('are names alone, or assignments', () => {
    expect(parseImageLines('orders\n\n ghcr.io/org/catalog \n')).toEqual({
      kind: 'named',
      names: ['orders', 'ghcr.io/org/catalog'],
    })
    expect(parseImageLines(`orders=ghcr.io/org/orders@${digest}`)).toMatchObject({
      kind: 'given',
      assignments: [{ name: 'orders', newName: 'ghcr.io/org/orders' }],
    })
  })

  it.each([
    ['', 'there is no line'],
    ['orders\norders', 'orders is named twice'],
    [`orders=ghcr.io/org/orders@${digest}\ncatalog`, 'line 2, "catalog": there is no "=" behind a name'],
    ['orders:v1', 'there is no "=" behind a name'],
  ])('are not %j', (text, says) => {
    expect(() => parseImageLines(text)).toThrow(says)
  })
})

describe('a branch of a template', () => {
  const values = { overlay: 'dev', service: 'orders', sha: '0a'.repeat(20) }
  const template = BranchTemplate.parse('bump/{overlay}.{service}-{sha}')

  it.each([
    [`bump/dev.orders-${'0b'.repeat(20)}`, true],
    [`bump/dev.orders-${'0a'.repeat(20)}`, true],
    [`bump/devXorders-${'0b'.repeat(20)}`, false],
    [`bump/dev.orders-${'0b'.repeat(20)}x`, false],
    [`x/bump/dev.orders-${'0b'.repeat(20)}`, false],
    [`bump/dev.orders-${'0B'.repeat(20)}`, false],
    ['bump/dev.orders-', false],
    [`bump/dev.catalog-${'0b'.repeat(20)}`, false],
  ])('is %s: %s', (branch, expected) => {
    expect(template.isOf(branch, values)).toBe(expected)
  })
})

describe('a pattern of refs', () => {
  it.each([
    ['refs/heads/main', 'refs/heads/main', true],
    ['refs/heads/*', 'refs/heads/a/b', false],
    ['refs/heads/**', 'refs/heads/a/b', true],
    ['refs/heads/**/x', 'refs/heads/x', true],
    ['refs/tags/v?', 'refs/tags/v1', true],
    ['refs/tags/v?', 'refs/tags/v/', false],
    ['refs/heads/a(b)|c', 'refs/heads/a(b)|c', true],
    ['refs/heads/a.b', 'refs/heads/axb', false],
  ])('%s matches %s: %s', (pattern, ref, expected) => {
    expect(isRefPattern(pattern)).toBe(true)
    expect(matchesRef(pattern, ref)).toBe(expected)
  })

  it.each(['main', 'refs/heads/', 'refs/pull/1/merge', 'refs/heads/a b', 'refs/heads/a:b', ''])(
    'is not %j',
    (text) => {
      expect(isRefPattern(text)).toBe(false)
    },
  )
})
