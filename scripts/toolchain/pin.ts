import type { NodeRuntime } from './node-runtime.ts'

/** A Go command pinned by the module in `tools/<name>`. */
export interface GoPin {
  readonly kind: 'go'
  /** Name of the folder, of the tool and of its executable. */
  readonly name: string
  /** Absolute path of `tools/<name>`. */
  readonly folder: string
  /** Digest of the files that pin the tool, in lower-case hex. */
  readonly digest: string
  /** Import path of the command, as the `tool` directive names it. */
  readonly package: string
  /** Path of the module that holds the command. */
  readonly module: string
  /** Version of that module, with its leading `v`. */
  readonly version: string
  /** Sum of that module in go.sum (`h1:…`); undefined when go.sum does not list it. */
  readonly sum: string | undefined
  /** Oldest Go that can build the tool, without the leading `go`. */
  readonly minimumGo: string
}

/** A Node runtime pinned by the package lock in `tools/<name>`. */
export interface NodePin {
  readonly kind: 'node'
  /** Name of the folder and of the tool. */
  readonly name: string
  /** Absolute path of `tools/<name>`. */
  readonly folder: string
  /** Digest of the files that pin the tool, in lower-case hex. */
  readonly digest: string
  /** Caret range of the releases that are taken from PATH, e.g. `^20.19.0`. */
  readonly onPath: string
  /** The locked runtime of this platform; undefined when the lock has none. */
  readonly runtime: NodeRuntime | undefined
}

/** What a folder of `tools/` pins. */
export type Pin = GoPin | NodePin
