/** A policy in words that every implementation can be configured from. */
export interface BenchPolicy {
  readonly name: string
  /** Any origin, those listed, or the subdomains of a host. */
  readonly origins: '*' | readonly string[] | { readonly subdomainsOf: string }
  readonly credentials: boolean
  readonly methods: readonly string[]
  readonly headers: readonly string[]
  readonly exposed: readonly string[]
  readonly maxAge: number
}

const rest = {
  credentials: true,
  methods: ['PUT', 'DELETE'],
  headers: ['content-type', 'authorization'],
  exposed: ['x-total'],
  maxAge: 600,
} as const

/** What pages on which the requests that are allowed come from. */
export const APP = 'https://app.example.com'

/** A few origins, with credentials: what most applications have. */
export const twoOrigins: BenchPolicy = { name: 'two origins', origins: [APP, 'https://admin.example.com'], ...rest }

/** One origin, which every response may name. */
export const oneOrigin: BenchPolicy = { name: 'one origin', origins: [APP], ...rest }

/** A hundred origins, the one that asks in their middle. */
export const hundredOrigins: BenchPolicy = {
  name: '100 origins',
  origins: Array.from({ length: 100 }, (_, index) => (index === 50 ? APP : `https://tenant-${index}.example.com`)),
  ...rest,
}

/** Every subdomain of a host. */
export const subdomains: BenchPolicy = { name: 'wildcard', origins: { subdomainsOf: 'example.com' }, ...rest }

/** A public API. */
export const anyOrigin: BenchPolicy = { name: '*', origins: '*', ...rest, credentials: false }
