import type { IncomingMessage, ServerResponse } from 'node:http'
import type { H3Event as InstalledEvent } from 'h3'

/** What is used of an event of h3 1, and what pickers and hooks most often ask of it. */
export interface NodeEvent {
  readonly node: { readonly req: IncomingMessage; readonly res: ServerResponse }
  readonly method: string
  readonly path: string
  readonly context: Record<string, unknown>
}

/** An event of h3 1 itself, or the part of it that is used here in place of an event of another version. */
export type EventOfV1<Event> = Event extends NodeEvent ? Event : NodeEvent

/** The event of h3 1, as far as the types of the installed `h3` know it: two versions may be there, for one application. */
export type H3Event = EventOfV1<InstalledEvent>

/** An event handler of h3 1, as its `eventHandler()` makes them. */
export interface EventHandler {
  (event: H3Event): Promise<void> | undefined
  readonly __is_handler__: true
}
