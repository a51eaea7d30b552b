import type { CasePolicy } from '../exam/exam-policy.ts'

/** What most policies of the exam allow beside origins. */
const everyday = {
  allowMethods: ['PUT', 'PATCH'],
  allowHeaders: ['Content-Type', 'X-Token', 'X-Trace', 'Authorization', 'If-None-Match'],
  exposeHeaders: ['X-Exam'],
} as const satisfies CasePolicy

/** Two origins: responses depend on `Origin`. */
export const twoOrigins = {
  ...everyday,
  allowOrigins: ['https://a.example', 'https://b.example'],
} as const satisfies CasePolicy

/** Two origins, with credentials. */
export const twoOriginsWithCredentials = { ...twoOrigins, allowCredentials: true } as const satisfies CasePolicy

/** One exact origin: the same response can serve everybody. */
export const oneOrigin = { ...everyday, allowOrigins: ['https://a.example'] } as const satisfies CasePolicy

/** One exact origin, with credentials. */
export const oneOriginWithCredentials = { ...oneOrigin, allowCredentials: true } as const satisfies CasePolicy

/** Every origin, without credentials. */
export const anyOrigin = { ...everyday, allowOrigins: '*' } as const satisfies CasePolicy

/** Origins of apps and extensions, whose schemes are their own. */
export const appOrigins = {
  ...everyday,
  allowOrigins: [
    'capacitor://localhost',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'moz-extension://2d9dc7b3-3d4e-4bbf-9a3f-0d1f2a3b4c5d',
  ],
} as const satisfies CasePolicy

/** Origins whose host is an address. */
export const addressOrigins = {
  ...everyday,
  allowOrigins: ['http://127.0.0.1:3000', 'http://[::1]:3000', 'http://192.168.1.7'],
} as const satisfies CasePolicy

/** Origins with a port of their own. */
export const portedOrigins = {
  ...everyday,
  allowOrigins: ['http://localhost:3000', 'https://a.example:8443'],
} as const satisfies CasePolicy

/** The opaque origin beside another. */
export const opaqueOrigin = { ...everyday, allowOrigins: ['null', 'https://a.example'] } as const satisfies CasePolicy

/** A wildcard for subdomains: one entry, and many origins. */
export const subdomains = { ...everyday, allowOrigins: ['https://*.a.example'] } as const satisfies CasePolicy

/** A wildcard for ports. */
export const anyPort = { ...everyday, allowOrigins: ['http://localhost:*'] } as const satisfies CasePolicy

/** A wildcard for subdomains, one for ports, and both together. */
export const subdomainsAndPorts = {
  ...everyday,
  allowOrigins: ['https://*.a.example', 'http://localhost:*', 'http://*.localhost:*'],
} as const satisfies CasePolicy

/** A wildcard for subdomains beside another origin, with credentials. */
export const subdomainsWithCredentials = {
  ...everyday,
  allowOrigins: ['https://*.a.example', 'https://b.example'],
  allowCredentials: true,
  dangerouslyAllowPublicSuffixes: true,
} as const satisfies CasePolicy

/** `'*'` for methods alone. */
export const anyMethod = { allowOrigins: twoOrigins.allowOrigins, allowMethods: '*' } as const satisfies CasePolicy

/** `'*'` for request headers alone. */
export const anyHeader = {
  allowOrigins: twoOrigins.allowOrigins,
  allowMethods: ['PUT'],
  allowHeaders: '*',
} as const satisfies CasePolicy

/** `'*'` for exposed headers alone. */
export const everyHeaderExposed = {
  allowOrigins: twoOrigins.allowOrigins,
  exposeHeaders: '*',
} as const satisfies CasePolicy

/** `'*'` wherever credentials leave it its meaning. */
export const wildcards = {
  allowOrigins: twoOrigins.allowOrigins,
  allowMethods: '*',
  allowHeaders: '*',
  exposeHeaders: '*',
} as const satisfies CasePolicy

/** `'*'` for methods and request headers together with credentials, where browsers take it literally. */
export const wildcardsWithCredentials = {
  allowOrigins: twoOrigins.allowOrigins,
  allowCredentials: true,
  allowMethods: '*',
  allowHeaders: '*',
} as const satisfies CasePolicy
