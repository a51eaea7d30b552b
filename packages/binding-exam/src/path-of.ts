/** Finds the path of a request of Node, whose `url` begins with it, or of a web-standard one, whose `url` is whole. */
export function pathOf({ url = '' }: { readonly url?: string | undefined }): string {
  return url.replace(/^https?:\/\/[^/?]*/, '').split('?')[0] ?? ''
}
