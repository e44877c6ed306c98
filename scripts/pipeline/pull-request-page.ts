import { rendered } from '../../sandbox/github/rendered-markdown.ts'
import type { DeliveredPull } from './gitops-stage-delivery.ts'

/** Close to what GitHub shows, so that what reads badly there reads badly here. */
const STYLE = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 14px/1.5 system-ui, sans-serif; color: #1f2328 }
h1 { font-size: 26px; font-weight: 400 }
h1 span { color: #59636e }
article { border: 1px solid #d1d9e0; border-radius: 6px; padding: 1rem }
a { color: #0969da }
code, pre { font: 12px ui-monospace, monospace; background: #f6f8fa; border-radius: 6px }
code { padding: .2em .4em }
pre { padding: 1rem; overflow: auto }
pre code { padding: 0 }
table { display: block; max-width: 100%; overflow: auto; border-collapse: collapse }
th, td { border: 1px solid #d1d9e0; padding: 6px 13px }
tr:nth-child(2n) { background: #f6f8fa }
`

/**
 * A pull request as a page that a browser shows as GitHub would.
 *
 * @param repository `owner/name`
 */
export function pullRequestPage(repository: string, { number, title, body }: DeliveredPull): string {
  const name = escaped(`${repository}#${number}: ${title}`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name}</title>
<style>${STYLE}</style>
<h1>${escaped(title)} <span>#${number}</span></h1>
<article>
${rendered(body)}
</article>
</html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
