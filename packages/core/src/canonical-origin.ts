/**
 * The one platform API that core names: every runtime has it, and it is used when a policy is defined, never per
 * request, to suggest the spelling that browsers would send.
 */
declare const URL: new (url: string) => { readonly protocol: string; readonly host: string }

/**
 * Finds the serialized origin that a browser would send for a URL, however it is spelt: with a path, upper case, a
 * Unicode host, a default port, an address in another notation.
 *
 * @returns The origin, or `null` where the text is no URL with a host.
 * @see https://url.spec.whatwg.org/#concept-url-origin
 */
export function canonicalOrigin(text: string): string | null {
  try {
    const { protocol, host } = new URL(text)
    return host === '' ? null : `${protocol}//${host}`
  } catch {
    return null
  }
}
