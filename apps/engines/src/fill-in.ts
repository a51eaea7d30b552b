import { type Origins, originOfPage } from './origins.ts'
import type { Trial } from './trial.ts'

/** Where a trial takes place. */
export interface Place {
  readonly origins: Origins
  /** What tells the URLs of this trial from those of all others. */
  readonly id: string
}

/**
 * Replaces the placeholders in a text of a trial.
 *
 * `{origin}` is the page's origin, `{ORIGIN}` the same in upper case; `{app}`, `{api}` and so on are those of the
 * servers; `{hop:1}` is the URL of the hop with that index, `{userinfo:1}` the same with a password, and `{path}` the
 * path that all hops have in common. Everything else in braces stays.
 */
export function fillIn(text: string, trial: Trial, place: Place): string {
  return text.replace(/\{([a-zA-Z]+)(?::(\d+))?\}/g, (whole, name: string, index: string | undefined) =>
    index === undefined
      ? (findText(name, trial, place) ?? whole)
      : (findUrl(name, Number(index), trial, place) ?? whole),
  )
}

/** Finds the URL of a hop. */
export function urlOfHop(index: number, trial: Trial, { origins, id }: Place): string {
  return `${origins[trial.hops[index]?.server ?? 'api']}${pathOf(id)}${index}`
}

/** The path that all hops of a trial have in common. */
function pathOf(id: string): string {
  return `/trial/${id}/`
}

function findText(name: string, trial: Trial, { origins, id }: Place): string | null {
  const origin = originOfPage(trial.page, origins)
  if (name === 'origin') return origin
  if (name === 'ORIGIN') return origin.toUpperCase()
  if (name === 'path') return pathOf(id)
  return Object.entries(origins).find(([server]) => server === name)?.[1] ?? null
}

function findUrl(name: string, index: number, trial: Trial, place: Place): string | null {
  const url = urlOfHop(index, trial, place)
  if (name === 'hop') return url
  return name === 'userinfo' ? url.replace('://', '://user:password@') : null
}
