import { describe, expect, it } from 'vitest'
import { parseHar } from './parse-har.ts'

const entry = {
  startedDateTime: '2026-11-22T15:24:20.110Z',
  _resourceType: 'fetch',
  request: { method: 'GET', url: 'https://api.example/', headers: [{ name: 'Origin', value: 'https://app.example' }] },
  response: { status: 200, _error: null, headers: [{ name: 'Set-Cookie', value: 'a=1\nb=2' }] },
}

function har(...entries: readonly unknown[]): string {
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } })
}

describe('parseHar', () => {
  it('takes what is of interest from an entry, and parts the fields that were joined', () => {
    expect(parseHar(har(entry))).toEqual({
      isHar: true,
      entries: [
        {
          index: 0,
          startedAt: Date.UTC(2026, 10, 22, 15, 24, 20, 110),
          method: 'GET',
          url: 'https://api.example/',
          requestHeaders: [['Origin', 'https://app.example']],
          status: 200,
          responseHeaders: [
            ['Set-Cookie', 'a=1'],
            ['Set-Cookie', 'b=2'],
          ],
          error: null,
          resourceType: 'fetch',
        },
      ],
    })
  })

  it('bears with entries that say little', () => {
    const bare = { request: { method: 'GET', url: 'https://api.example/', headers: [null, { name: 'a' }, 7] } }
    expect(parseHar(har(bare, { ...bare, response: { status: -1, _error: 'net::ERR_FAILED' } }))).toMatchObject({
      entries: [
        { startedAt: 0, requestHeaders: [], status: 0, responseHeaders: [], error: null, resourceType: null },
        { status: 0, error: 'net::ERR_FAILED' },
      ],
    })
  })

  it('takes a byte order mark, and the log by itself', () => {
    expect(parseHar(`\uFEFF${har()}`)).toEqual({ isHar: true, entries: [] })
    expect(parseHar('{"entries": []}')).toEqual({ isHar: true, entries: [] })
  })

  it.each([
    ['', /^it is not JSON \(/],
    ['<!doctype html>', /^it is not JSON \(/],
    ['[]', /^it is a list, and has no log\.entries$/],
    ['7', /^it is the JSON value 7, and has no log\.entries$/],
    ['null', /^it is the JSON value null, /],
    ['{}', /^it is an empty object, /],
    ['{"name": "x", "version": "1"}', /^it is an object with the keys name, version, and has no log\.entries$/],
    ['{"log": {"entries": {}}}', /no log\.entries$/],
    ['{"page": {}, "explanation": {}}', /^it is what --json of this command prints, /],
    [har(entry, {}), /^log\.entries\[1\] has no request with a method and a URL$/],
    [har({ request: { method: 7, url: 'x' } }), /^log\.entries\[0\] /],
  ])('says what %j is', (text, problem) => {
    const parsed = parseHar(text)
    expect(parsed.isHar ? '' : parsed.problem).toMatch(problem)
  })
})
