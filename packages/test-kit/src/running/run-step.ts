import { type CookieStore, createUserAgent, type Exchange, getHeader, type Transport } from '@corsac/user-agent'
import type { CasePageRequest, CaseStep, PageStep, PreflightStep, RawStep } from '../cases/conformance-case.ts'
import { observeHandled } from './observed-transport.ts'
import type { StepObservation } from '../judging/step-observation.ts'
import { describeError } from '../subjects/subject-error.ts'

/** One cookie for every site: a page that asks with credentials as a rule has some. */
const cookieStore: CookieStore = {
  retrieve: () => Promise.resolve('corsac-exam=1'),
  store: () => Promise.resolve(),
}

/** Asks of a started subject what a step asks, and notes all that a judgement may need. */
export async function runStep(step: CaseStep, subjectUrl: string, transport: Transport): Promise<StepObservation> {
  const observed = speaksOfHandled(step) ? observeHandled(transport, subjectUrl) : { transport, handled: [] }
  const exchange = await runWith(observed.transport, step, subjectUrl)
  return { exchange, handled: observed.handled }
}

function runWith(transport: Transport, step: CaseStep, subjectUrl: string): Promise<Exchange> {
  if ('raw' in step) return sendRaw(step, subjectUrl, transport)
  if ('preflight' in step) return sendPreflight(step, subjectUrl, transport)
  return fetchAsPage(step, subjectUrl, transport)
}

function speaksOfHandled(step: CaseStep): boolean {
  if ('raw' in step) return step.expect.handled !== undefined
  if ('preflight' in step) return step.expect.response?.handled !== undefined
  return step.expect.preflightResponse?.handled !== undefined || step.expect.response?.handled !== undefined
}

function fetchAsPage(
  { page, request }: Pick<PageStep, 'page'> & { readonly request: CasePageRequest },
  subjectUrl: string,
  transport: Transport,
): Promise<Exchange> {
  return createUserAgent({ transport, cookieStore }).fetch(
    { origin: page === 'self' ? new URL(subjectUrl).origin : page },
    {
      method: request.method ?? 'GET',
      url: `${subjectUrl}${request.path}`,
      headers: request.headers ?? [],
      credentials: request.credentials ?? 'same-origin',
      mode: request.mode ?? 'cors',
      redirect: request.redirect ?? 'follow',
      ...(request.body === undefined ? {} : { body: request.body }),
    },
  )
}

/** Lets a page make its request, and sends of it the preflight alone. Where that passes, the exchange ends with it. */
async function sendPreflight(
  { page, preflight }: PreflightStep,
  subjectUrl: string,
  transport: Transport,
): Promise<Exchange> {
  const sendIfPreflight: Transport = (request) =>
    getHeader(request.headers, 'access-control-request-method') === null
      ? Promise.reject(new Error('only the preflight is sent'))
      : transport(request)
  const exchange = await fetchAsPage({ page, request: preflight }, subjectUrl, sendIfPreflight)
  const messages = exchange.messages.filter(({ purpose }) => purpose === 'preflight')
  if (messages.length === exchange.messages.length) return exchange
  const last = exchange.steps.findLastIndex(({ algorithm }) => algorithm === 'CORS-preflight fetch')
  return { ...exchange, messages, outcome: 'readable', reason: null, steps: exchange.steps.slice(0, last + 1) }
}

/** A request written by hand is an exchange in which nobody withholds anything. */
async function sendRaw({ raw }: RawStep, subjectUrl: string, transport: Transport): Promise<Exchange> {
  const request = { method: raw.method, url: `${subjectUrl}${raw.path}`, headers: raw.headers }
  const asked = {
    page: { origin: getHeader(raw.headers, 'origin') ?? 'null' },
    request: { ...request, credentials: 'omit', mode: 'cors', redirect: 'manual' },
    steps: [],
  } as const
  try {
    const response = await transport(request)
    const names = new Set(response.headers.map(([name]) => name.toLowerCase()))
    return {
      ...asked,
      messages: [{ purpose: 'actual', request, response }],
      outcome: 'readable',
      reason: null,
      exposedHeaders: [...names].sort(),
    }
  } catch (error) {
    return {
      ...asked,
      messages: [{ purpose: 'actual', request, response: null, error: describeError(error) }],
      outcome: 'transport-error',
      reason: 'no-response',
      exposedHeaders: [],
    }
  }
}
