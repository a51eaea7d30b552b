/**
 * The servers of a run, each an origin of its own.
 *
 * `app`, `admin`, `api` and `cdn` are ports of one host, and so of one site; `partner` is another site.
 */
export const SERVER_NAMES = ['app', 'admin', 'api', 'cdn', 'partner'] as const

/** The name of one of the {@link SERVER_NAMES}. */
export type ServerName = (typeof SERVER_NAMES)[number]

/** The pages of a run: one of `app`, one of `admin` in a frame, and one in a sandboxed frame, whose origin is opaque. */
export const PAGE_NAMES = ['app', 'admin', 'sandbox'] as const

/** The name of one of the {@link PAGE_NAMES}. */
export type PageName = (typeof PAGE_NAMES)[number]

/** The origin of each server. */
export type Origins = Readonly<Record<ServerName, string>>

/** Finds the serialized origin of a page. */
export function originOfPage(page: PageName, origins: Origins): string {
  return page === 'sandbox' ? 'null' : origins[page]
}
