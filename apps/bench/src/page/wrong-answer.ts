import { type Markup, sign } from '@corsac/page'

/** Marks what another package took for an answer that is not right, and so says nothing of its speed. */
export function wrongAnswer(): Markup {
  return sign('failed', 'answers wrongly')
}
