import { describe, expect, it } from '@jest/globals'

import { pullRequestPage } from '../../../scripts/pipeline/pull-request-page.ts'
import { opened } from './delivery-fixture.ts'

describe('pullRequestPage', () => {
  it('shows the body as GitHub does, and the title as text', () => {
    const body =
      '| what | finding |\n| --- | --- |\n| Coverage | 75 |\n\n<details><summary>Diff</summary>\n\n`x`\n\n</details>'
    const page = pullRequestPage('org/gitops', { ...opened().pull, title: 'bump <b> & "c"', body })
    expect(page).toContain('<title>org/gitops#1: bump &#60;b&#62; &#38; &#34;c&#34;</title>')
    expect(page).toContain('<h1>bump &#60;b&#62; &#38; &#34;c&#34; <span>#1</span></h1>')
    expect(page).toMatch(/<td>Coverage<\/td>\s*<td>75<\/td>/)
    expect(page).toContain('<details><summary>Diff</summary>')
  })

  it('lets nothing in a body run or load', () => {
    expect(pullRequestPage('org/gitops', opened().pull)).toContain(
      "default-src 'none'; style-src 'unsafe-inline'",
    )
  })
})
