import type { Observation, ObservedMessage } from './observation.ts'

/** One thing that an engine does otherwise than the model. */
export interface Difference {
  /** What differs, such as `messages[0].headers.origin`. */
  readonly where: string
  readonly engine: unknown
  readonly model: unknown
}

/** The headers that browsers add of their own accord, where the page sets none of that name. */
const BROWSER_HEADERS = ['accept-language', 'cache-control', 'pragma', 'priority', 'user-agent']

/** Lists what differs between what was observed of an engine and what the model expects. */
export function compareObservations(engine: Observation, model: Observation): readonly Difference[] {
  const messages = engine.messages.map((message, index) => leaveOut(message, model.messages[index]))
  return [...compareValues('ends', engine.ends, model.ends), ...compareValues('messages', messages, model.messages)]
}

/** Leaves out of an engine's message what it added of its own accord. */
function leaveOut(message: ObservedMessage, model: ObservedMessage | undefined): ObservedMessage {
  const kept = Object.entries(message.headers).filter(
    ([name]) => !BROWSER_HEADERS.includes(name) || (model !== undefined && Object.hasOwn(model.headers, name)),
  )
  return { ...message, headers: Object.fromEntries(kept) }
}

function compareValues(where: string, engine: unknown, model: unknown): readonly Difference[] {
  if (Array.isArray(engine) && Array.isArray(model)) {
    const length = Math.max(engine.length, model.length)
    return Array.from({ length }, (_, index) => compareValues(`${where}[${index}]`, engine[index], model[index])).flat()
  }
  if (isRecord(engine) && isRecord(model)) {
    const keys = [...new Set([...Object.keys(model), ...Object.keys(engine)])]
    return keys.flatMap((key) => compareValues(`${where}.${key}`, engine[key], model[key]))
  }
  return engine === model ? [] : [{ where, engine, model }]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
