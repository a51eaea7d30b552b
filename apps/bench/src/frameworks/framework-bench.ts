import type { BenchPolicy } from './bench-policy.ts'
import type { BenchRequest } from './scenario.ts'

/** Who does CORS: nobody, headers written by hand, the framework's usual package, or Corsac. */
export type Kind = 'bare' | 'inline' | 'peer' | 'corsac'

/** All of them, in the order of the tables. */
export const kinds: readonly Kind[] = ['bare', 'inline', 'peer', 'corsac']

/** What is read of a response, to see that it is right before its cost is measured. */
export interface BenchResponse {
  readonly status: number
  readonly header: (name: string) => string | null
}

/** A request and its response, made ready; what is measured is only the handling. */
export interface BenchExchange {
  readonly handle: () => Promise<unknown> | undefined
  readonly read: () => BenchResponse
}

/** An application that serves `GET /` and answers other `OPTIONS` as plainly as its framework can. */
export interface BenchApp {
  readonly prepare: (request: BenchRequest) => BenchExchange
  /** Listens on a free port of the loopback address, to be asked over HTTP. */
  readonly listen: () => Promise<{ readonly port: number; readonly close: () => Promise<unknown> | undefined }>
}

/** What is measured of one framework. */
export interface FrameworkBench {
  readonly name: string
  /** The framework and the usual package, as they are installed. */
  readonly packages: { readonly framework: string; readonly peer: string | null }
  readonly create: (kind: Kind, policy: BenchPolicy) => BenchApp | Promise<BenchApp>
}

/** The body of every response, and its type. */
export const BODY = '{"hello":"world"}'
export const TYPE = 'application/json'
