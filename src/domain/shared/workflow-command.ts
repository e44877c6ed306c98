/**
 * Makes text harmless for the runner's log. The runner reads a line that begins with `::` (after white space), or that holds
 * `##[` anywhere, as a command; text of a test, a file name or a child process must never be one. Control characters are shown
 * as `\xNN`, so that nothing rewrites the lines above it. Line breaks and tabs stay.
 *
 * @example neutralise('ok\n::add-mask::x') === 'ok\n: :add-mask::x'
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function neutralise(text: string): string {
  return text
    .split(/\r\n|[\r\n\u0085\u2028\u2029]/)
    .map((line) =>
      line
        .replace(
          CONTROL_CHARACTER,
          (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
        )
        .replace(/^(\s*):(?=:)/, '$1: ')
        .replaceAll('##[', '## ['),
    )
    .join('\n')
}

// eslint-disable-next-line no-control-regex -- these are the characters to be shown
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
