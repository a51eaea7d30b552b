import type { Exchange } from '@corsac/user-agent'
import { describeExchange, formatLines } from './result-lines.ts'

/** Writes an exchange down as it went over the wire, one line for each header, and what a browser makes of it. */
export function formatExchange(exchange: Exchange): string {
  return formatLines(describeExchange(exchange))
}
