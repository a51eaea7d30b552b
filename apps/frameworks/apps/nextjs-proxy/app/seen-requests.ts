declare global {
  var seenRequests: string[] | undefined
}

/** What reached the handlers; kept where all of them find it, for each is built by itself. */
export const seenRequests = (globalThis.seenRequests ??= [])

export function see(request: Request): void {
  seenRequests.push(`${request.method} ${new URL(request.url).pathname}`)
}
