import { ServerResponse } from 'node:http'
import {
  applyWhenSent,
  findDecision,
  type NodeResponse,
  type ResponseMethods,
  type WriteHeadArguments,
  writeHeadWithDecision,
} from '@corsac/node'

/** Registered globally, so that two copies of the package on one Express know of each other. */
const installedKey: unique symbol = Symbol.for('@corsac/express/installed')

type ResponsePrototype = ResponseMethods & { [installedKey]?: true }

/**
 * Has the decision that is remembered of a response applied when its headers are sent, by the prototype that Express has
 * for all responses and offers for extension. Express gives every response that prototype when it comes, after which V8
 * takes microseconds to put a method on the response itself.
 *
 * @see https://expressjs.com/en/guide/overriding-express-api.html
 */
export function applyByPrototype(response: NodeResponse): void {
  if (installedKey in response) return
  const prototype = prototypeOf(response)
  // A router can be used without Express, and Express on something that is not `node:http`.
  if (prototype === undefined) applyWhenSent(response)
  else install(prototype)
}

/** Finds the prototype that an Express has in common for all of its applications: the one next to that of Node. */
function prototypeOf(response: NodeResponse): ResponsePrototype | undefined {
  let prototype: unknown = Object.getPrototypeOf(response)
  while (isResponse(prototype)) {
    const parent: unknown = Object.getPrototypeOf(prototype)
    if (parent === ServerResponse.prototype) return prototype
    prototype = parent
  }
  return undefined
}

function isResponse(value: unknown): value is ServerResponse {
  return value instanceof ServerResponse
}

function install(prototype: ResponsePrototype): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- they are called on responses
  const { setHeader, writeHead } = prototype
  const inner = { setHeader, writeHead }
  prototype[installedKey] = true
  prototype.writeHead = function (this: NodeResponse, ...args: WriteHeadArguments): unknown {
    const decision = findDecision(this)
    // Headers that are sent already are Node's to complain about.
    return decision === undefined || this.headersSent
      ? writeHead.apply(this, args)
      : writeHeadWithDecision(this, inner, decision, args)
  }
}
