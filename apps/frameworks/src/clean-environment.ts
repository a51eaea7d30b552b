import { delimiter, join } from 'node:path'

/** The environment as it was before a package manager started this: what it has set would reach the apps' own npm. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const isForeign = (name: string) => /^(?:npm_|pnpm_|INIT_CWD|NODE_PATH|NODE_ENV)/i.test(name)
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !isForeign(name))),
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    NO_COLOR: '1',
  }
}

/** The environment for what is installed in a folder. */
export function withBinaries(folder: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, PATH: [join(folder, 'node_modules/.bin'), env.PATH].join(delimiter) }
}
