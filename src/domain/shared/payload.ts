import { isRecord } from './shape.ts'

/**
 * A text deep inside a webhook payload; undefined where there is none.
 *
 * @example textAt({ repository: { default_branch: 'main' } }, 'repository', 'default_branch') === 'main'
 */
export function textAt(payload: unknown, ...path: readonly string[]): string | undefined {
  let value = payload
  for (const name of path) value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}
