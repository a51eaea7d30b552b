import type { RequestListener } from 'node:http'
import type { CorsConfig } from '@corsac/core'

/** A server that answers the session: each of its methods at `/items/…` with one body. */
export interface PreflightApp {
  readonly listener: RequestListener
  /** Lets go of what the framework holds. */
  readonly close?: () => Promise<unknown>
}

/** An implementation of CORS on a framework, with the fewest options by which the session works. */
export interface PreflightSubject {
  readonly framework: string
  /** The package, with its version where it is not ours. */
  readonly name: string
  readonly kind: 'peer' | 'corsac'
  /** What is set beside the defaults: no key where the defaults do. */
  readonly options: object
  /** Whether it has a policy for each route: it then allows one method at a time, and is no measure of the others. */
  readonly perRoute?: true
  readonly create: () => PreflightApp | Promise<PreflightApp>
}

/** The methods of the session. */
export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** What Corsac has to be told for the session: by default it allows no more methods and headers than need no preflight. */
export const corsacOptions = {
  allowMethods: ['PUT', 'PATCH', 'DELETE'],
  allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'prefer'],
} as const satisfies CorsConfig
