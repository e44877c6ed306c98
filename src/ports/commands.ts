/** How a program ended. */
export interface Ended {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs programs. */
export interface Commands {
  /**
   * Runs a program to its end, without a shell.
   *
   * @param path absolute
   * @param environment makes its environment of the one of this process
   * @returns undefined where it cannot be started
   */
  run(
    path: string,
    args: readonly string[],
    environment: (
      inherited: Readonly<Record<string, string | undefined>>,
    ) => Readonly<Record<string, string>>,
  ): Promise<Ended | undefined>
}
