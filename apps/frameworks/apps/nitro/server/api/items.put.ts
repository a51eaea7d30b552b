import { defineHandler } from 'nitro'

export default defineHandler(() => ['apple', 'pear'])
