import { json, type RequestHandler } from '@sveltejs/kit'
import { seen } from '$lib/seen.ts'

export const GET: RequestHandler = () => json(seen)
