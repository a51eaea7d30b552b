import { describe, expect, it } from 'vitest'
import { makeExchange } from '../fixtures/exchange.ts'
import { describeNoResponse } from './no-response.ts'

describe('describeNoResponse', () => {
  it.each([
    ['getaddrinfo ENOTFOUND api.example', 'there is no host api.example.'],
    ['connect ECONNREFUSED 192.0.2.1:443', 'nothing listens at api.example:443.'],
    ['connect ENETUNREACH 192.0.2.1:443', 'there is no way to api.example:443.'],
    ['nothing within 10 ms', 'api.example:443 did not answer in time.'],
    ['read ECONNRESET', 'api.example:443 cut the connection before it answered.'],
    ['socket hang up', 'api.example:443 closed the connection without an answer.'],
    [
      'Parse Error: Invalid header token',
      'what api.example:443 answers is not HTTP that can be read (Parse Error: Invalid header token).',
    ],
    ['write EPROTO 80:error:SSL routines:wrong version number', 'api.example:443 does not speak TLS.'],
    ['certificate has expired', 'the certificate of api.example:443 is out of date (certificate has expired).'],
    [
      "Hostname/IP does not match certificate's altnames: x",
      "the certificate of api.example:443 is for another name (Hostname/IP does not match certificate's altnames: x).",
    ],
    ['something new\x07', 'something new\\x07.'],
  ])('says of %j: %s', async (error, headline) => {
    const { messages } = await makeExchange({
      answers: [new Error(`no response from https://api.example/data: ${error}`)],
    })
    expect(describeNoResponse(messages[0]).headline).toBe(headline)
  })

  it('names the port that a URL leaves out', async () => {
    const { messages } = await makeExchange({
      request: { url: 'http://api.example/' },
      answers: [new Error('connect ECONNREFUSED 192.0.2.1:80')],
    })
    expect(describeNoResponse(messages[0]).headline).toBe('nothing listens at api.example:80.')
  })
})
