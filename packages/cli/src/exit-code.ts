/** What the exit codes of `corsac explain` mean. They are stable across releases. */
export const EXIT_CODES = {
  readable: { code: 0, meaning: 'the page can read the response' },
  blocked: { code: 1, meaning: 'the browser withholds the response, or the preflight is refused' },
  usage: { code: 2, meaning: 'the command was not understood, or a file cannot be read' },
  'no-response': { code: 3, meaning: 'no response: no such host, refused, reset, TLS, timeout, not HTTP' },
  'page-mistake': { code: 4, meaning: 'the page makes a mistake: a browser sends nothing' },
  'redirect-not-followed': { code: 5, meaning: 'a redirect that no browser follows: a circle, a bad Location' },
  opaque: { code: 6, meaning: 'the page gets an opaque response, of which it can read nothing' },
} as const

/** Writes the exit codes down for the help text. */
export function describeExitCodes(): string {
  return Object.values(EXIT_CODES)
    .map(({ code, meaning }) => `  ${code}  ${meaning}`)
    .join('\n')
}
