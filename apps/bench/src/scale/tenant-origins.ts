import { exactOriginAt } from '../origin-list.ts'
import { freshText } from '../measurement.ts'

/** How many origins ask: so few that what is looked up for them stays in the processor's cache. */
export const ASKING = 5

/** Lists the origins of tenants with even numbers. */
export function listTenants(count: number): string[] {
  return Array.from({ length: count }, (_, index) => freshText(exactOriginAt(2 * index)))
}

/** Names listed origins, spread evenly: whoever goes through the list one by one goes through half of it, on average. */
export function listedTenants(count: number): readonly string[] {
  return placesIn(count).map((place) => exactOriginAt(2 * place))
}

/** Names origins that are not listed, and share their form and length with those around them that are. */
export function unlistedTenants(count: number): readonly string[] {
  return placesIn(count).map((place) => exactOriginAt(2 * place + 1))
}

function placesIn(count: number): readonly number[] {
  return Array.from({ length: ASKING }, (_, index) => Math.floor(((index + 0.5) / ASKING) * count))
}
