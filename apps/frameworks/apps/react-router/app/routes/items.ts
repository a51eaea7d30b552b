import { remember } from '../seen.ts'
import type { Route } from './+types/items'

export function loader({ request }: Route.LoaderArgs) {
  remember(request)
  return Response.json(['apple', 'pear'], {
    headers: { vary: 'Accept', 'x-total': '2', 'access-control-allow-origin': '*' },
  })
}

export function action({ request }: Route.ActionArgs) {
  remember(request)
  return Response.json(['apple', 'pear'])
}
