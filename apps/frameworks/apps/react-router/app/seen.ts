/** The requests that reached the application. */
export const seen: string[] = []

export function remember({ method, url }: Request): void {
  seen.push(`${method} ${new URL(url).pathname}`)
}
