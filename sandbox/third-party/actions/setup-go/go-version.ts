/**
 * The version that a go.mod asks for: its `toolchain` line, else its `go` line.
 *
 * @example `wantedGo('module m\n\ngo 1.26.0\n')` is `1.26.0`
 */
export function wantedGo(goMod: string): string | undefined {
  const toolchain = /^toolchain go(\S+)/m.exec(goMod)?.[1]
  return toolchain ?? /^go (\S+)/m.exec(goMod)?.[1]
}

/**
 * Tells whether a release of Go is as new as the wanted one. A pre-release or an unknown version is not.
 *
 * @param found as `go env GOVERSION` prints it, e.g. `go1.26.8`
 * @param wanted e.g. `1.26.0` or `1.26`
 */
export function isAtLeast(found: string, wanted: string): boolean {
  const actual = numbers(found.replace(/^go/, ''))
  const least = numbers(wanted)
  if (!actual || !least) return false
  const difference = actual.map((part, index) => part - (least[index] ?? 0)).find((part) => part !== 0)
  return (difference ?? 0) >= 0
}

function numbers(version: string): number[] | undefined {
  const match = /^(\d+)\.(\d+)(?:\.(\d+))?$/.exec(version)
  return match?.slice(1).map((part: string | undefined) => Number(part ?? 0))
}
