import { html, type Markup, sign } from '@corsac/page'
import type { PackageRelease } from '../package-release.ts'
import type { ScoreboardSubject } from '../scoreboard-report.ts'

/** Says when a release was published, where that is known. */
export function releaseDate(release: PackageRelease | null): Markup | null {
  if (release?.released == null) return null
  return html`<time datetime="${release.released}">${release.released.slice(0, 10)}</time>`
}

/** Marks the release of a subject as the newest, or as an old one; what runs all of this is neither. */
export function releaseSign({ registry, release }: ScoreboardSubject['package']): Markup | null {
  return release === null || registry === 'runtime' ? null : sign(release.currency)
}

/** Says in a sentence how old a release is. */
export function describeCurrency({ currency, newest }: PackageRelease): string {
  switch (currency) {
    case 'newest':
      return 'There was no newer one on npm when it was examined.'
    case 'outdated':
      return `It is an old one: ${newest ?? 'a newer one'} was on npm when it was examined.`
    case 'distribution':
      return 'It is an old one: what Debian has frozen, and only mends. Its project may have gone on and changed what is shown here.'
    case 'workspace':
      return 'It is what there was when it was examined.'
    case 'unknown':
      return 'The registry did not say whether there was a newer one.'
  }
}
