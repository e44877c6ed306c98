import type { HeldImage } from '../../src/domain/gitops/held-image.ts'
import type { OverlayEdit } from '../../src/domain/gitops/overlay-edit.ts'
import type { SourceCommit } from '../../src/domain/gitops/source-commit.ts'
import { blocks, code, link, table, text, type Markdown } from '../../src/kit/markdown.ts'

/**
 * What changes, a table for each image. Two digests side by side are wider than what GitHub shows of a pull request, so they stand
 * one below the other.
 *
 * @param pages where GitHub shows the source repository; without it the commits are left out
 */
export function imageTables(edits: readonly OverlayEdit[], pages?: string): Markdown {
  const tables = edits.flatMap(({ overlay, changes }) =>
    changes.map(({ before, after }) =>
      table(
        [code(after.name), code(overlay.text)],
        [
          [text('deployed'), versionOf(before)],
          [text('proposed'), versionOf(after)],
          ...(pages === undefined ? [] : [[text('commits'), commitsCell(pages, before, after)]]),
        ],
      ),
    ),
  )
  return blocks(...tables)
}

function versionOf(image: HeldImage | undefined): Markdown {
  if (image === undefined) return text('not there')
  const { name, newName = name, newTag, digest } = image
  return code([newName, newTag && `:${newTag}`, digest && `@${digest}`].join(''))
}

function commitsCell(pages: string, before: HeldImage | undefined, after: HeldImage): Markdown {
  const [from, to] = [recordedCommit(before), recordedCommit(after)]
  if (to === undefined) return text('–')
  if (from === undefined || from.sha === to.sha)
    return link(code(to.sha.slice(0, 12)), `${pages}/commit/${to.sha}`)
  const range = `${from.sha.slice(0, 12)}...${to.sha.slice(0, 12)}`
  return link(code(range), `${pages}/compare/${from.sha}...${to.sha}`)
}

function recordedCommit(image: HeldImage | undefined): SourceCommit | undefined {
  return image?.record.kind === 'recorded' ? image.record.source : undefined
}
