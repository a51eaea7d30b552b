import { describe, expect, it } from 'vitest'
import { netError } from './console-message-net-error.ts'

describe('netError', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:1', 'ERR_CONNECTION_REFUSED'],
    ['connect ECONNREFUSED ::1:1; connect ECONNREFUSED 127.0.0.1:1', 'ERR_CONNECTION_REFUSED'],
    ['getaddrinfo ENOTFOUND nothing.invalid', 'ERR_NAME_NOT_RESOLVED'],
    ['getaddrinfo EAI_AGAIN api.example', 'ERR_NAME_NOT_RESOLVED'],
    ['connect ENETUNREACH 192.0.2.1:80 - Local (0.0.0.0:0)', 'ERR_ADDRESS_UNREACHABLE'],
    ['connect ETIMEDOUT 192.0.2.1:80', 'ERR_TIMED_OUT'],
    ['nothing within 50 ms', 'ERR_TIMED_OUT'],
    ['read ECONNRESET', 'ERR_CONNECTION_RESET'],
    ['socket hang up', 'ERR_EMPTY_RESPONSE'],
    ['the connection was closed', 'ERR_EMPTY_RESPONSE'],
    ['Client network socket disconnected before secure TLS connection was established', 'ERR_CONNECTION_CLOSED'],
    ['self-signed certificate', 'ERR_CERT_AUTHORITY_INVALID'],
    ['unable to verify the first certificate', 'ERR_CERT_AUTHORITY_INVALID'],
    ['certificate has expired', 'ERR_CERT_DATE_INVALID'],
    [
      "Hostname/IP does not match certificate's altnames: IP: 127.0.0.1 is not in the cert's list: ",
      'ERR_CERT_COMMON_NAME_INVALID',
    ],
    ['write EPROTO 80:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:', 'ERR_SSL_PROTOCOL_ERROR'],
    ['Parse Error: Expected HTTP/, RTSP/ or ICE/', 'ERR_INVALID_HTTP_RESPONSE'],
    ['net::ERR_CONNECTION_REFUSED', 'ERR_CONNECTION_REFUSED'],
    ['net::ERR_FAILED', null],
    ['', null],
  ])('finds in %j the error %s', (text, error) => {
    expect(netError(`no response from https://api.example/: ${text}`)).toBe(error)
  })

  it('is not misled by the URL', () => {
    expect(netError('no response from https://certificate.example/?ECONNREFUSED: socket hang up')).toBe(
      'ERR_EMPTY_RESPONSE',
    )
  })
})
