/** Advisories whose ids say not where they are to be found. */
const ADDRESSES: ReadonlyMap<string, string> = new Map([
  ['Play 2017-10-05', 'https://www.playframework.com/security/vulnerability/20171005-CorsVaryHeader'],
])

/**
 * Finds where an advisory is published.
 *
 * @throws {Error} if the id is of no known form
 */
export function advisoryAddress(id: string): string {
  if (/^CVE-\d{4}-\d{4,}$/.test(id)) return `https://www.cve.org/CVERecord?id=${id}`
  if (/^GHSA(?:-[\da-z]{4}){3}$/.test(id)) return `https://github.com/advisories/${id}`
  const [, repository, issue] = /^([\w-]+\/[\w-]+)#(\d+)$/.exec(id) ?? []
  if (repository !== undefined && issue !== undefined) return `https://github.com/${repository}/issues/${issue}`
  const address = ADDRESSES.get(id)
  if (address === undefined) throw new Error(`no address is known for the advisory ${id}`)
  return address
}
