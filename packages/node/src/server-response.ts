import type * as http from 'node:http'

/**
 * Node's own class of responses; `undefined` where there is no Node. The binding of h3, which imports this package, is on
 * runtimes, too, that have no `node:http` to import.
 */
export const ServerResponse = findHttp()?.ServerResponse

function findHttp(): Partial<typeof http> | undefined {
  return typeof process === 'object' && typeof process.getBuiltinModule === 'function'
    ? process.getBuiltinModule('node:http')
    : undefined
}
