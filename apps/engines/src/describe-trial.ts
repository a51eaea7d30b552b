import type { Answer, Trial } from './trial.ts'

/** Writes a trial down for people: what the page asks, and what the servers answer. */
export function describeTrial({ page, requests, hops }: Trial): string {
  return [
    ...requests.flatMap(({ hop, wait, method, headers, credentials, mode, redirect, body, uploadListeners }) => [
      `${wait > 0 ? `after ${wait} ms, ` : ''}the page "${page}" asks for hop ${hop}: ${show(method)}, credentials ${credentials}, mode ${mode}, redirect ${redirect}${uploadListeners === true ? ', with upload listeners' : ''}`,
      ...headers.map(([name, value]) => `    ${name}: ${show(value)}`),
      ...(body === undefined ? [] : [`    body ${show(body)}`]),
    ]),
    ...hops.flatMap(({ server, preflight, actual }, index) => [
      ...preflight.flatMap((answer) => describeAnswer(`hop ${index} on "${server}" answers a preflight`, answer)),
      ...actual.flatMap((answer) => describeAnswer(`hop ${index} on "${server}" answers`, answer)),
    ]),
  ].join('\n')
}

function describeAnswer(what: string, { status, headers }: Answer): readonly string[] {
  return [`${what}: ${status}`, ...headers.map(([name, value]) => `    ${name}: ${show(value)}`)]
}

function show(text: string): string {
  const shown = text.replace(/(.)\1{19,}/gs, (run: string, character: string) => `${character}…×${run.length}`)
  return JSON.stringify(shown).replace(
    /[^\x20-\x7e…×]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
