import { defineHandler } from 'nitro'
import { seen } from '../seen.ts'

export default defineHandler(() => seen)
