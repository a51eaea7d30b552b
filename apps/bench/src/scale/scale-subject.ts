import type { BenchApp } from '../frameworks/framework-bench.ts'

/** Code that decides by itself, apart from any server. */
export interface DecisionSubject {
  readonly kind: 'decision'
  readonly name: string
  /** Makes the code that decides about an actual request; it tells whether the response is shared. */
  readonly define: (origins: string[]) => (origin: string) => boolean
}

/** A package on its framework, configured with nothing but the list. */
export interface RequestSubject {
  readonly kind: 'request'
  readonly name: string
  /** Makes an application that serves `GET /`; without CORS where there is no list. */
  readonly create: (origins: string[] | null) => BenchApp | Promise<BenchApp>
}

/** A way to allow the origins of a list. */
export type ScaleSubject = DecisionSubject | RequestSubject
