import { seen } from '../seen.ts'

export function loader() {
  return Response.json(seen)
}
