import { hasStatements } from './go-functions.ts'
import { goTokens } from './go-tokens.ts'
import type { TextFile } from './measured-file.ts'

/**
 * The Go files with statements, in no profile, of packages of which no file is in one: `-coverpkg` named too little, and the number says
 * nothing about them. In a measured package the compiler has seen every file that is built, so one that is missing was not; neither is a
 * file that is built for another platform, under a tag, or with cgo alone.
 *
 * @param unmeasured files with functions that no profile mentions
 * @param measured paths of the files that are in a profile
 */
export function outOfScope(unmeasured: readonly TextFile[], measured: readonly string[]): readonly string[] {
  const packages = new Set(measured.map(folderOf))
  return unmeasured
    .filter(
      (file) => !packages.has(folderOf(file.path)) && !hasBuildConstraint(file) && hasStatements(file.text),
    )
    .map(({ path }) => path)
}

/** The folder of a path, `.` for one without. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'
}

/**
 * Whether a Go file is built only for some: by a line above the package clause, by its name, or as it is Go with C in it.
 *
 * @see https://pkg.go.dev/cmd/go#hdr-Build_constraints
 */
function hasBuildConstraint({ path, text }: TextFile): boolean {
  if (PLATFORM_NAME.test(path) || CGO.test(text)) return true
  const line = CONSTRAINT.exec(text)
  if (line === null) return false
  for (const { kind, start } of goTokens(text)) if (kind !== 'newline') return line.index < start
  return false
}

const CGO = /^[ \t]*(?:import[ \t]+)?"C"[ \t\r]*(?:$|;|\/)/m
const CONSTRAINT = /^[ \t]*\/\/(?:go:build|[ \t]*\+build)[ \t]/m
const SYSTEMS =
  'aix|android|darwin|dragonfly|freebsd|hurd|illumos|ios|js|linux|nacl|netbsd|openbsd|plan9|solaris|wasip1|windows|zos'
const PROCESSORS =
  '386|amd64|amd64p32|arm|armbe|arm64|arm64be|loong64|mips|mipsle|mips64|mips64le|mips64p32|mips64p32le|ppc|ppc64|ppc64le|riscv|riscv64|s390|s390x|sparc|sparc64|wasm'
const PLATFORM_NAME = new RegExp(`[^/]_(?:${SYSTEMS}|(?:(?:${SYSTEMS})_)?(?:${PROCESSORS}))\\.go$`)
