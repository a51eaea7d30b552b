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

/** The prototype of the responses of the application that was asked last. */
let knownPrototype: unknown

/**
 * Has the decision that is remembered of a response applied when its headers are sent, by the prototype that Express has
 * for all responses and offers for extension. Express gives every response that prototype when it comes, after which V8
 * takes microseconds to put a method on the response itself, and a fraction of one for whatever is asked of it.
 *
 * @see https://expressjs.com/en/guide/overriding-express-api.html
 */
export function applyByPrototype(response: NodeResponse): void {
  const prototype: unknown = Object.getPrototypeOf(response)
  if (prototype === knownPrototype) return
  const extensible = findExtensible(prototype)
  // A router can be used without Express, and Express on something that is not `node:http`.
  if (extensible === undefined) {
    applyWhenSent(response)
    return
  }
  install(extensible)
  knownPrototype = prototype
}

/** Finds the prototype that an Express has in common for all of its applications: the one next to that of Node. */
function findExtensible(prototype: unknown): ResponsePrototype | undefined {
  if (!isResponse(prototype)) return undefined
  const parent: unknown = Object.getPrototypeOf(prototype)
  return parent === ServerResponse.prototype ? prototype : findExtensible(parent)
}

function isResponse(value: unknown): value is ServerResponse {
  return value instanceof ServerResponse
}

function install(prototype: ResponsePrototype): void {
  if (prototype[installedKey] === true) return
  // eslint-disable-next-line @typescript-eslint/unbound-method -- they are called on responses
  const { setHeader, writeHead } = prototype
  const inner = { setHeader, writeHead }
  prototype[installedKey] = true
  prototype.writeHead = function (this: NodeResponse, ...args: WriteHeadArguments): unknown {
    const decision = findDecision(this)
    return decision === undefined ? writeHead.apply(this, args) : writeHeadWithDecision(this, inner, decision, args)
  }
}
