/** What a registry answered. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The first error code of its body. */
  readonly code: string | undefined
}

/** Sends one request to a registry, and follows no redirect; a URL stands for itself. */
export async function ask(
  url: string,
  path: string,
  options: {
    readonly method?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string | Uint8Array<ArrayBuffer>
  } = {},
): Promise<RawAnswer> {
  const response = await fetch(path === '' ? url : new URL(path, url), { redirect: 'manual', ...options })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, code: errorCode(text) }
}

function errorCode(text: string): string | undefined {
  try {
    const { errors } = JSON.parse(text) as { errors?: readonly { readonly code: string }[] }
    return errors?.[0]?.code
  } catch {
    return undefined
  }
}

export function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}
