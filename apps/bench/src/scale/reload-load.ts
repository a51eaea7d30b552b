// Asks a server over several connections without a pause, and sends the process that started it what was answered.
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { createAnswers, now, type ReloadAnswers, Verdict } from './reload-answers.ts'
import { SENTINELS } from './reload-sentinels.ts'

/** One request in so many is a preflight. */
const PREFLIGHT_EVERY = 4

const [port = 0, requests = 0, connections = 0] = process.argv.slice(2).map(Number)
const agent = new Agent({ keepAlive: true, maxSockets: connections })
const answers = createAnswers(requests)
let next = 0
await Promise.all(Array.from({ length: connections }, askOnAndOn))
agent.destroy()
process.send?.(answers, () => {
  process.disconnect()
})

async function askOnAndOn(): Promise<void> {
  for (let index = next++; index < requests; index = next++) await ask(answers, index)
}

async function ask({ received, sent, sentinels, verdicts }: ReloadAnswers, index: number): Promise<void> {
  const sentinel = index % SENTINELS.length
  const origin = SENTINELS[sentinel] ?? ''
  const isPreflight = Math.floor(index / SENTINELS.length) % PREFLIGHT_EVERY === 0
  const headers = { origin, ...(isPreflight && { 'access-control-request-method': 'PUT' }) }
  sentinels[index] = sentinel
  sent[index] = now()
  const asked = request({ agent, host: '127.0.0.1', port, method: isPreflight ? 'OPTIONS' : 'GET', headers }).end()
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    asked.on('response', resolve).on('error', reject),
  )
  response.resume()
  await once(response, 'end')
  received[index] = now()
  verdicts[index] = verdictOf(response, origin, isPreflight)
}

function verdictOf({ headers, statusCode }: IncomingMessage, origin: string, isPreflight: boolean): number {
  const allowed = headers['access-control-allow-origin']
  if (!(headers.vary ?? '').toLowerCase().includes('origin')) return Verdict.neither
  if (allowed === origin && statusCode === (isPreflight ? 204 : 200)) return Verdict.allowed
  return allowed === undefined && statusCode === (isPreflight ? 403 : 200) ? Verdict.refused : Verdict.neither
}
