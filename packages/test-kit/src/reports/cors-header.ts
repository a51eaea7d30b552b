/** Tells whether CORS depends on a header field, in whatever case its name is, so that it is to stand out. */
export function isHeaderOfCors(name: string): boolean {
  return /^(?:access-control-.*|origin|vary|cookie|set-cookie|timing-allow-origin)$/i.test(name)
}
