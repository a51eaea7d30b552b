import { findDecision } from '@corsac/fetch'
import type { AnyElysia } from 'elysia'

/**
 * Refuses to be used where the policy would not come to every request, or not to the options of the routes.
 *
 * @throws {TypeError} Inside of `group()` or `guard()`, whose routes leave for the application around them.
 */
export function refuseMisuse(app: AnyElysia): void {
  // Elysia gives both to what another application uses, but only the first to what it hands to these functions.
  if (Object.hasOwn(app, 'getServer') && !Object.hasOwn(app, 'getParent')) {
    const advice = 'use it on the application, and give the group or guard the option cors'
    throw new TypeError(`cors() is used inside of a group or guard, whose routes belong to the application: ${advice}`)
  }
  // Hooks come to the application that uses this one; without compilation, what wraps the handler of this one does not.
  if (app.config.aot === false) {
    app.onRequest((context) => {
      const request: unknown = context.request
      if (request instanceof Request && findDecision(request) !== undefined) return
      const advice = 'with aot: false, use it on the application that is served'
      throw new TypeError(`cors() is used on an application that another one uses: ${advice}`)
    })
  }
}
