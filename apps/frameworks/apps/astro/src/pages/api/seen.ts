import type { APIRoute } from 'astro'
import { seen } from '../../seen.ts'

export const GET: APIRoute = () => Response.json(seen)
