export { rendered } from '../../sandbox/github/rendered-markdown.ts'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/**
 * The text that a reader sees, without the zero-width spaces that keep GitHub from looking into it. An entity that only raw HTML
 * can hold is shown in brackets.
 */
export function visibleText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
      code === undefined ? (ENTITIES[name] ?? `[${name}]`) : String.fromCodePoint(Number(code)),
    )
    .replaceAll('\u200b', '')
}

/** The names of the elements, in order. */
export function elements(html: string): readonly string[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, name]) => name ?? '')
}
