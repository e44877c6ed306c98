/** The facts of a go.mod that pins one command. */
export interface GoToolModule {
  /** Import path of the command, as the `tool` directive names it. */
  readonly package: string
  /** Path of the required module that holds the command. */
  readonly module: string
  /** Version of that module, with its leading `v`. */
  readonly version: string
  /** Version of the `go` line. */
  readonly go: string
}

/** @returns the directives of a go.mod, one per entry, blocks unfolded: `require (\n a v1 )` gives `require a v1`. */
function directives(text: string): string[][] {
  const found: string[][] = []
  let block: string | undefined
  for (const line of text.split('\n')) {
    const words = line
      .replace(/\/\/.*$/, '')
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
    const [first] = words
    if (first === undefined) continue
    if (first === ')') block = undefined
    else if (words.at(-1) === '(') block = first
    else found.push(block === undefined ? words : [block, ...words])
  }
  return found
}

function holds(module: string, packagePath: string): boolean {
  return packagePath === module || packagePath.startsWith(`${module}/`)
}

/**
 * Reads which command a go.mod pins.
 *
 * @param text content of the go.mod
 * @throws Error when it has no or several `tool` directives, no `go` line, or requires no module that holds the command
 */
export function parseGoModule(text: string): GoToolModule {
  const all = directives(text)
  const values = (name: string): string[][] =>
    all.filter(([directive]) => directive === name).map(([, ...rest]) => rest)
  const tools = values('tool').flatMap(([path]) => path ?? [])
  const [packagePath] = tools
  if (packagePath === undefined || tools.length > 1) {
    throw new Error(`one tool directive is needed, found ${tools.length}`)
  }
  const [required] = values('require')
    .filter(([module]) => module !== undefined && holds(module, packagePath))
    .sort(([left = ''], [right = '']) => right.length - left.length)
  const [module, version] = required ?? []
  if (module === undefined || version === undefined) {
    throw new Error(`no required module holds ${packagePath}`)
  }
  const go = values('go')[0]?.[0]
  if (go === undefined) throw new Error('no go line')
  return { package: packagePath, module, version, go }
}

/**
 * Finds the sum of a module's content in a go.sum.
 *
 * @returns the sum (`h1:…`), or undefined when go.sum does not list that version
 */
export function findModuleSum(goSum: string, module: string, version: string): string | undefined {
  const prefix = `${module} ${version} `
  return goSum
    .split('\n')
    .find((line) => line.startsWith(prefix))
    ?.slice(prefix.length)
    .trim()
}

/**
 * Tells from the output of `go version -m` whether a binary was built from exactly the pinned module content.
 * A binary that was built from a checkout or with a replaced module carries no sum and is not recognised.
 */
export function isBuiltFrom(
  buildInfo: string,
  pin: { readonly package: string; readonly module: string; readonly version: string; readonly sum: string },
): boolean {
  const lines = buildInfo.split('\n').map((line) => line.trim())
  return (
    lines.includes(`path\t${pin.package}`) && lines.includes(`mod\t${pin.module}\t${pin.version}\t${pin.sum}`)
  )
}
