import type { HeaderPairs, PageRequest } from '@corsac/user-agent'

/** A response as the page sees it: what the browser lets through. */
export interface SeenResponse {
  readonly kind: 'response'
  readonly status: number
  readonly headers: HeaderPairs
  readonly body: string
}

/** What a page gets of a request: a response, or an error that says next to nothing. */
export type PageView = SeenResponse | { readonly kind: 'error'; readonly message: string }

/** Makes a request with the browser's own `fetch`, and tells what the page gets. */
export async function fetchAsPage(request: PageRequest, signal?: AbortSignal): Promise<PageView> {
  const { url, method, headers, credentials, mode, redirect, body = null } = request
  try {
    const response = await fetch(url, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      credentials,
      mode,
      redirect,
      body,
      signal: signal ?? null,
    })
    return { kind: 'response', status: response.status, headers: [...response.headers], body: await response.text() }
  } catch (error) {
    return { kind: 'error', message: String(error) }
  }
}

/** Reads a header that the page can see; `null` where it sees none of that name. */
export function seenHeader({ headers }: SeenResponse, name: string): string | null {
  return headers.find(([other]) => other === name)?.[1] ?? null
}
