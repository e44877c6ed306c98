// eslint-disable-next-line no-control-regex -- these are the characters to be refused
const FORBIDDEN = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|\p{Surrogate}/u

/**
 * Whether a name follows git's rules for refs: no control character, space, `~ ^ : ? * [ \`, no `..`, `@{` or `//`, no slash
 * at either end, no dot at the end, no component that begins with a dot or ends with `.lock`, and not `@` alone.
 *
 * @example isRefName('bump/dev/orders') && !isRefName('bump/.dev')
 * @see https://git-scm.com/docs/git-check-ref-format
 */
export function isRefName(name: string): boolean {
  if (name === '' || name === '@' || name.endsWith('.') || FORBIDDEN.test(name)) return false
  return name
    .split('/')
    .every((component) => component !== '' && !component.startsWith('.') && !component.endsWith('.lock'))
}

/** Whether a branch may have this name: a ref name that git's commands take for neither an option nor HEAD. */
export function isBranchName(name: string): boolean {
  return isRefName(name) && !name.startsWith('-') && name !== 'HEAD'
}
