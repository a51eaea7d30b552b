import type { AnyElysia } from 'elysia'

/** An application that may be used by another one; the types of Elysia keep it to themselves. */
interface UsedElysia {
  getParent(): AnyElysia | null
}

/** Finds the application that is served: the one that uses this one, or that uses one that does. */
export function rootOf(app: AnyElysia): AnyElysia {
  const parent = parentOf(app)
  return parent === null ? app : rootOf(parent)
}

function parentOf(app: object): AnyElysia | null {
  return isUsed(app) ? app.getParent() : null
}

function isUsed(app: object): app is UsedElysia {
  return 'getParent' in app && typeof app.getParent === 'function'
}
