import { arch, cpus, platform } from 'node:os'

/** What something was measured on. */
export interface Machine {
  readonly platform: string
  readonly arch: string
  readonly node: string
  readonly cpu: string
  readonly cores: number
}

/** Describes the machine that this runs on. */
export function describeMachine(): Machine {
  const processors = cpus()
  return {
    platform: platform(),
    arch: arch(),
    node: process.versions.node,
    cpu: processors[0]?.model ?? 'unknown',
    cores: processors.length,
  }
}
