import { type Engine, type Exchange, extractMaxAge, getHeader, quirksOf } from '@corsac/user-agent'

/** For how long browsers remember what the last preflight allowed. */
export interface PreflightLifetime {
  /** What the response says, as it is; `null` where it says nothing. */
  readonly maxAge: string | null
  /** The seconds by the standard, which sets no limit. */
  readonly standard: number
  /** The seconds in each engine. */
  readonly engines: Readonly<Record<Engine, number>>
}

/** Says for how long the last preflight is remembered; `null` where there was none, or it was refused. */
export function preflightLifetimeOf({ messages, outcome }: Exchange): PreflightLifetime | null {
  const headers = messages.findLast(({ purpose }) => purpose === 'preflight')?.response?.headers
  if (headers === undefined || outcome === 'preflight-refused') return null
  // A number below zero has passed at once, as zero has.
  const seconds = (engine: Engine): number => Math.max(extractMaxAge(headers, quirksOf(engine)), 0)
  return {
    maxAge: getHeader(headers, 'access-control-max-age'),
    standard: extractMaxAge(headers),
    engines: { chromium: seconds('chromium'), firefox: seconds('firefox'), webkit: seconds('webkit') },
  }
}

/** Says it in a few words, for one engine or for all. */
export function describeLifetime({ engines, maxAge, standard }: PreflightLifetime, engine: Engine | null): string {
  if (engine !== null) return `kept for ${describeSeconds(engines[engine])}`
  const { chromium, firefox, webkit } = engines
  const source = maxAge === null ? ' (there is no Access-Control-Max-Age)' : ''
  if (chromium === standard && firefox === standard && webkit === standard) {
    return standard === 0 ? 'not kept: asked again each time' : `kept for ${describeSeconds(standard)}${source}`
  }
  return `kept for ${describeSeconds(chromium)} in Chrome, ${describeSeconds(firefox)} in Firefox, ${describeSeconds(webkit)} in Safari`
}

function describeSeconds(seconds: number): string {
  if (seconds >= 3600 && seconds % 3600 === 0) return `${seconds / 3600} h`
  return seconds >= 120 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`
}
