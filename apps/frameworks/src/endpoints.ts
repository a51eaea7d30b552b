/** What an app serves; each has a path of its own, or shares it under another method. */
export const endpointNames = ['read', 'write', 'fail', 'missing', 'stream', 'seen'] as const

/** The name of something that an app serves. */
export type EndpointName = (typeof endpointNames)[number]

/** Where an app serves what it is asked for. */
export interface Endpoints {
  readonly paths: Readonly<Record<EndpointName, string>>
  /** The method of `write`: one for which browsers send a preflight, with its content type. */
  readonly writeMethod: string
  /** What `write` is sent, as JSON. */
  readonly writeBody: unknown
  /** The status of an error that a handler threw, and that of a path without a route. */
  readonly statuses: { readonly fail: number; readonly missing: number }
}

/** What holds where an app does not say otherwise. */
export const defaultEndpoints: Endpoints = {
  paths: {
    read: '/api/items',
    write: '/api/items',
    fail: '/api/fail',
    missing: '/api/missing',
    stream: '/api/stream',
    seen: '/api/seen',
  },
  writeMethod: 'PUT',
  writeBody: { name: 'cherry' },
  statuses: { fail: 500, missing: 404 },
}
