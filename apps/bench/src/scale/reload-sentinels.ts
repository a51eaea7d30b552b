/** The origins that ask while policies are replaced: each policy allows one of them, and the next one the other. */
export const SENTINELS = ['https://even.sentinel.example', 'https://odd.sentinel.example'] as const

/** Tells whether a policy allows a sentinel, by the number of policies before it. */
export function allowsSentinel(generation: number, sentinel: number): boolean {
  return generation % SENTINELS.length === sentinel
}
