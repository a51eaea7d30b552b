/** Methods that no page can use, whatever a server allows; in any case of letters. */
export const FORBIDDEN_METHODS: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK'])

/**
 * Methods that have a meaning, and so one spelling.
 *
 * @see https://www.iana.org/assignments/http-methods/http-methods.xhtml
 */
export const REGISTERED_METHODS: ReadonlySet<string> = new Set(
  (
    'ACL BASELINE-CONTROL BIND CHECKIN CHECKOUT COPY DELETE GET HEAD LABEL LINK LOCK MERGE MKACTIVITY MKCALENDAR MKCOL ' +
    'MKREDIRECTREF MKWORKSPACE MOVE OPTIONS ORDERPATCH PATCH POST PROPFIND PROPPATCH PUT QUERY REBIND REPORT SEARCH ' +
    'UNBIND UNCHECKOUT UNLINK UNLOCK UPDATE UPDATEREDIRECTREF VERSION-CONTROL'
  ).split(' '),
)

/**
 * Tells whether a method is one that browsers let no page use.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-method
 */
export function isForbiddenMethod(method: string): boolean {
  return FORBIDDEN_METHODS.has(method.toUpperCase())
}

/**
 * Finds the registered method that differs from the given one in nothing but the case of its letters.
 *
 * @returns The registered spelling, or `null` where the method is spelt as registered or not registered at all.
 */
export function registeredSpelling(method: string): string | null {
  const upperCase = method.toUpperCase()
  return upperCase !== method && REGISTERED_METHODS.has(upperCase) ? upperCase : null
}
