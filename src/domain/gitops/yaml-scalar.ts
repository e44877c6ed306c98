/** What a scalar means. */
export type Scalar = string | number | boolean | null

const WORDS = new Map<string, Scalar>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (word): [string, Scalar] => [word, true],
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (word): [string, Scalar] => [word, false],
  ),
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, Scalar] => [word, null]),
  ...['.nan', '.NaN', '.NAN'].map((word): [string, Scalar] => [word, Number.NaN]),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word): [string, Scalar] => [word, Infinity]),
  ...['-.inf', '-.Inf', '-.INF'].map((word): [string, Scalar] => [word, -Infinity]),
])

const DECIMAL = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const BASED = /^(?<sign>[-+]?)(?<digits>0[xX][0-9a-fA-F]{1,16}|0[oO]?[0-7]{1,21}|0[bB][01]{1,64})$/

/**
 * What kustomize takes an unquoted scalar for. It reads YAML 1.1 with go-yaml 2: `y` and `on` are booleans, `1.10` is a number,
 * dates and `1:30` are text.
 *
 * @example resolvePlain('1.10') === 1.1
 * @see https://github.com/kubernetes-sigs/yaml/blob/v1.4.0/goyaml.v2/resolve.go
 */
export function resolvePlain(text: string): Scalar {
  const word = WORDS.get(text)
  if (word !== undefined) return word
  if (!/^[-+.0-9]/.test(text)) return text
  // behind a leading point, an underscore has to stand between digits
  const digits = text.replaceAll(text.startsWith('.') ? /(?<=[0-9])_(?=[0-9])/g : '_', '')
  const based = BASED.exec(digits)?.groups
  if (based !== undefined) {
    const octal = based['digits']?.replace(/^0(?=[0-7])/, '0o')
    return Number(octal?.toLowerCase()) * (based['sign'] === '-' ? -1 : 1)
  }
  return DECIMAL.test(digits) ? (finite(Number(digits)) ?? text) : text
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined
}

/** How a scalar is quoted: not, or with single or double quotes. */
export type Quote = '' | "'" | '"'

/**
 * Writes a text that holds no quote, backslash or space in the quotes that its neighbours have, and in double quotes where,
 * without any, some reader of YAML would take it for something else.
 *
 * @example scalarText('on', '') === '"on"' && scalarText('orders', '') === 'orders'
 */
export function scalarText(text: string, quote: Quote): string {
  const safe = /^[A-Za-z0-9]/.test(text) && /[A-Za-z]/.test(text) && resolvePlain(text) === text
  const used = quote === '' && !safe ? '"' : quote
  return `${used}${text}${used}`
}
