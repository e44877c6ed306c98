import { homedir } from 'node:os'

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The machine the tools run on. */
export interface Host {
  readonly env: Environment
  /** As `process.platform` names it. */
  readonly platform: string
  /** As `process.arch` names it. */
  readonly arch: string
  /** Absolute path of the home folder. */
  readonly home: string
  /** Absolute path of the Node executable that runs this program. */
  readonly node: string
}

/** @returns the machine and environment of this process */
export function thisHost(): Host {
  return {
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    home: homedir(),
    node: process.execPath,
  }
}
