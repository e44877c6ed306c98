/** The ways in which GitHub merges a pull request. */
export const MERGE_METHODS = ['squash', 'merge', 'rebase'] as const

export type MergeMethod = (typeof MERGE_METHODS)[number]

/** Whether a pull request is to be merged as soon as the rules of its base allow it, and how. */
export type AutoMerge = 'off' | MergeMethod
