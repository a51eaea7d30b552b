import { type ExchangeMessage, netError, type NetError } from '@corsac/user-agent'
import { printable } from '../printable.ts'

/** Why no response came: what happened, and what to do about it. */
export interface NoResponse {
  readonly headline: string
  readonly advice: string
}

/** Says why a message got no response. */
export function describeNoResponse(message: ExchangeMessage | undefined): NoResponse {
  const error = message?.error ?? 'nothing was sent'
  const url = new URL(message?.request.url ?? 'http://unknown.invalid')
  const name = netError(error)
  return name === null ? describeUnknown(error) : describe(name, url, error)
}

function describe(name: NetError, url: URL, error: string): NoResponse {
  const { hostname, port, protocol } = url
  const place = `${hostname}:${port === '' ? (protocol === 'https:' ? '443' : '80') : port}`
  switch (name) {
    case 'ERR_NAME_NOT_RESOLVED':
      return {
        headline: `there is no host ${hostname}.`,
        advice: 'Check how the name is spelled, and whether this machine needs a VPN or a hosts file to find it.',
      }
    case 'ERR_CONNECTION_REFUSED':
      return {
        headline: `nothing listens at ${place}.`,
        advice: 'Is the server running, and on that port? In a container, does it listen on 0.0.0.0?',
      }
    case 'ERR_ADDRESS_UNREACHABLE':
      return { headline: `there is no way to ${place}.`, advice: 'Check the network, the VPN and the firewall.' }
    case 'ERR_TIMED_OUT':
      return {
        headline: `${place} did not answer in time.`,
        advice: 'The server hangs, or a firewall swallows the request; --timeout waits longer.',
      }
    case 'ERR_CONNECTION_RESET':
      return {
        headline: `${place} cut the connection before it answered.`,
        advice: 'The server crashed on this request, or something in between dropped it: its log may tell.',
      }
    case 'ERR_EMPTY_RESPONSE':
    case 'ERR_CONNECTION_CLOSED':
      return {
        headline: `${place} closed the connection without an answer.`,
        advice:
          protocol === 'http:'
            ? 'The server failed on this request, or it speaks TLS on that port: try https.'
            : 'The server does not want to speak TLS on that port, or failed on it.',
      }
    case 'ERR_INVALID_HTTP_RESPONSE':
      return {
        headline: `what ${place} answers is not HTTP that can be read (${reasonIn(error)}).`,
        advice: 'Is it another service, or is a header line of the response broken? A browser may be less strict.',
      }
    case 'ERR_SSL_PROTOCOL_ERROR':
      return {
        headline: `${place} does not speak TLS.`,
        advice: 'Is it an http server behind an https URL, or one with an outdated TLS?',
      }
    case 'ERR_CERT_AUTHORITY_INVALID':
      return untrusted(`nobody that this machine trusts vouches for the certificate of ${hostname}`, error)
    case 'ERR_CERT_COMMON_NAME_INVALID':
      return untrusted(`the certificate of ${place} is for another name`, error)
    case 'ERR_CERT_DATE_INVALID':
      return untrusted(`the certificate of ${place} is out of date`, error)
  }
}

function untrusted(what: string, error: string): NoResponse {
  return {
    headline: `${what} (${reasonIn(error)}).`,
    advice:
      'A browser shows a page of its own, or fails without a word for a request of a script: open the URL in a tab, or mend the certificate. To look at the headers regardless, repeat with --insecure.',
  }
}

function describeUnknown(error: string): NoResponse {
  return { headline: `${reasonIn(error)}.`, advice: 'Nothing can be said about headers that never came.' }
}

/** Says what the transport found, without the URL, which is in view. */
export function reasonIn(error: string): string {
  return printable(error.replace(/^no response from \S+: /, '').trim())
}
