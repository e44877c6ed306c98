import { parse } from 'yaml'

interface Written {
  images?: readonly { readonly name?: string }[]
  buildMetadata?: unknown
}

/**
 * What a file that kustomize has written means, but for what the neutral edit sets. kustomize sorts the images by name, so they
 * are compared in that order.
 */
export function writtenModel(text: string): unknown {
  const { images = [], ...rest } = parse(text, { version: '1.1' }) as Written
  delete rest.buildMetadata
  return {
    ...rest,
    images: images.toSorted(({ name: one = '' }, { name: other = '' }) => (one < other ? -1 : 1)),
  }
}
