/**
 * The outputs in the file that GITHUB_OUTPUT names: `name=value`, or `name<<mark`, lines and the mark.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs
 */
export function outputsIn(file: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {}
  const lines = file.split(/\r?\n/)
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const heredoc = /^([^=]*?)<<(.+)$/.exec(line)
    if (heredoc?.[1] !== undefined && heredoc[2] !== undefined) {
      const end = lines.indexOf(heredoc[2])
      outputs[heredoc[1]] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n')
    } else if (line !== '') {
      outputs[line.split('=', 1)[0] ?? ''] = line.slice(line.indexOf('=') + 1)
    }
  }
  return outputs
}
