import type { ExchangeMessage, HeaderPairs } from '@corsac/user-agent'
import { element } from './element.ts'

/** Shows one request and its response as they went over the wire. */
export function messageView({ purpose, request, response, error }: ExchangeMessage, ordinal: number): HTMLElement {
  const { pathname, search } = new URL(request.url)
  const title = purpose === 'preflight' ? 'Preflight: the browser asks first' : 'Actual request'
  return element(
    'section',
    { class: 'message', 'data-purpose': purpose },
    element('h4', {}, `${ordinal}. ${title}`),
    element(
      'div',
      { class: 'message-halves' },
      messageHalf('Request', `${request.method} ${pathname}${search}`, request.headers),
      response === null
        ? element('p', {}, error ?? 'No response came.')
        : messageHalf('Response', String(response.status), response.headers),
    ),
  )
}

function messageHalf(title: string, firstLine: string, headers: HeaderPairs): HTMLElement {
  return element(
    'div',
    { class: 'message-half' },
    element('h5', {}, title),
    element('p', { class: 'first-line' }, firstLine),
    headerList(headers),
  )
}

/** Lists headers; those on which CORS depends stand out. */
export function headerList(headers: HeaderPairs): HTMLElement {
  return element(
    'ul',
    { class: 'headers' },
    ...headers.map(([name, value]) =>
      element('li', { 'data-cors': isCorsHeader(name) }, element('b', {}, `${name}:`), ` ${value}`),
    ),
  )
}

function isCorsHeader(name: string): boolean {
  return /^(?:access-control-.*|origin|vary|cookie|set-cookie)$/i.test(name)
}
