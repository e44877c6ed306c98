/** One `go.mod` of the checkout. */
export interface GoModule {
  /** The import path that its packages begin with. */
  readonly path: string
  /** The folder of the go.mod, relative to the workspace; `.` is the workspace itself. */
  readonly folder: string
  /** The text behind `go` and `toolchain`. */
  readonly go: string | undefined
  readonly toolchain: string | undefined
}

/**
 * Reads what a coverage report needs of a go.mod; undefined where it names no module.
 *
 * @see https://go.dev/ref/mod#go-mod-file-grammar
 */
export function parseGoMod(folder: string, text: string): GoModule | undefined {
  const path = directive(text, 'module')
  if (path === undefined) return undefined
  return { path, folder, go: directive(text, 'go'), toolchain: directive(text, 'toolchain') }
}

function directive(text: string, name: string): string | undefined {
  const match = new RegExp(
    `^[ \\t]*${name}[ \\t]+(?:\\(\\s*)?(?:"([^"\\n]+)"|\`([^\`\\n]+)\`|([^\\s"\`(]+))`,
    'm',
  ).exec(text)
  return match?.[1] ?? match?.[2] ?? match?.[3]
}

/**
 * Where in the workspace the file of a Go profile lies: the longest module path that its name begins with gives way to the
 * folder of that go.mod. Undefined for a file of no module of the checkout.
 *
 * @example pathOf('example.com/m/sub/a.go', [{ path: 'example.com/m', folder: 'app' }]) === 'app/sub/a.go'
 */
export function pathInModules(name: string, modules: readonly GoModule[]): string | undefined {
  const [owner] = modules
    .filter(({ path }) => name.startsWith(`${path}/`))
    .toSorted((one, other) => other.path.length - one.path.length)
  if (owner === undefined) return undefined
  return joinPath(owner.folder, name.slice(owner.path.length + 1))
}

/** Joins a folder and a relative path; `.` adds nothing. */
export function joinPath(folder: string, path: string): string {
  return folder === '.' ? path : `${folder}/${path}`
}
