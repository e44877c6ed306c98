import { BlobError } from './blob-error.ts'

const DOCUMENT = /^\s*(?:<\?xml[^>]*\?>)?\s*<BlockList\s*(?:\/>|>(?<items>.*)<\/BlockList>)\s*$/s
const ITEM = /\s*<(Latest|Uncommitted|Committed)>([A-Za-z0-9+/=]+)<\/\1>\s*/y

/**
 * The block ids (base64) of a Put Block List body, in order. A blob without bytes has an empty list.
 *
 * @throws BlobError `InvalidXmlDocument` when the body is anything else than a list of block ids.
 */
export function parseBlockList(xml: string): string[] {
  const document = DOCUMENT.exec(xml)
  if (document === null) throw new BlobError('InvalidXmlDocument', 'XML specified is not a block list.')
  const items = (document.groups?.['items'] ?? '').trim()
  const ids: string[] = []
  ITEM.lastIndex = 0
  for (let end = 0; end < items.length; end = ITEM.lastIndex) {
    const id = ITEM.exec(items)?.[2]
    if (id === undefined) throw new BlobError('InvalidXmlDocument', 'XML specified is not a block list.')
    ids.push(id)
  }
  return ids
}
