import { createTwoFilesPatch } from 'diff'

/** One file before and after. */
interface ChangedFile {
  readonly path: string
  readonly before: string
  readonly after: string
}

/**
 * The change as `git diff` shows it, three lines of context; empty where nothing changes.
 *
 * @example unifiedDiff([{ path: 'a', before: 'x\n', after: 'y\n' }]).startsWith('--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n+y\n')
 */
export function unifiedDiff(files: readonly ChangedFile[]): string {
  return files
    .filter(({ before, after }) => before !== after)
    .map(({ path, before, after }) =>
      createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
      }),
    )
    .join('')
}
