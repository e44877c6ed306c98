import { coverageFault } from './faults.ts'

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
 * The modules that a name can mean to tests which run in a folder: the module around the folder hides others of the same path, as it
 * does for the go command.
 */
export function modulesSeenFrom(folder: string, modules: readonly GoModule[]): readonly GoModule[] {
  const around = moduleOf(folder, modules)
  return modules.filter((module) => module === around || module.path !== around?.path)
}

/** The module that a path of the workspace belongs to: the one with the longest folder above it. */
export function moduleOf(path: string, modules: readonly GoModule[]): GoModule | undefined {
  return modules
    .filter(({ folder }) => folder === '.' || folder === path || path.startsWith(`${folder}/`))
    .toSorted((one, other) => depthOf(other) - depthOf(one))[0]
}

function depthOf({ folder }: GoModule): number {
  return folder === '.' ? 0 : folder.length
}

/**
 * Where in the workspace the file of a Go profile lies: the longest module path that its name begins with gives way to the
 * folder of that go.mod. Undefined for a file of no module of the checkout.
 *
 * @throws {Fault} `module-ambiguous` where two go.mod files declare that module
 * @example pathOf('example.com/m/sub/a.go', [{ path: 'example.com/m', folder: 'app' }]) === 'app/sub/a.go'
 */
export function pathInModules(name: string, modules: readonly GoModule[]): string | undefined {
  const [owner, rival] = modules
    .filter(({ path }) => name.startsWith(`${path}/`))
    .toSorted((one, other) => other.path.length - one.path.length)
  if (owner === undefined) return undefined
  if (rival?.path === owner.path) {
    const [one, other] = [owner, rival].map(({ folder }) => joinPath(folder, 'go.mod'))
    throw coverageFault('module-ambiguous', {
      subject: name,
      detail: `its module ${owner.path} is declared by ${one ?? ''} and by ${other ?? ''}`,
    })
  }
  return joinPath(owner.folder, name.slice(owner.path.length + 1))
}

/** Joins a folder and a relative path; `.` adds nothing. */
export function joinPath(folder: string, path: string): string {
  return folder === '.' ? path : `${folder}/${path}`
}
