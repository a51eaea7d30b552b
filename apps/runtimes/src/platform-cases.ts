import { type CaseStep, type ConformanceCase, type PageExpectation, specAnchors } from '@corsac/test-kit'

const page = 'https://a.example'

/**
 * Responses of which the exam knows nothing, because only some servers have them: what `fetch()` gave, whose headers cannot
 * be changed, and others that lose something on some platform where they are copied.
 */
export const platformCases: readonly ConformanceCase[] = [
  platformCase(
    'fetched',
    'A response that comes from `fetch()`, with the CORS headers of another, is shared as our own.',
    readable('/fetched', {
      exposed: { includes: ['content-type'], excludes: ['x-exam'] },
      response: {
        status: 200,
        headers: { 'access-control-allow-origin': page, 'x-exam': '1' },
        onlyAccessControl: ['access-control-allow-origin'],
        vary: { includes: ['origin'], unique: true },
        bodyIncludes: '{"exam":1}',
      },
    }),
  ),
  platformCase(
    'text',
    'A response that is made of a text keeps the type that the platform gives it.',
    readable('/text', {
      exposed: { includes: ['content-type'] },
      response: { headers: { 'content-type': { noneOf: ['application/octet-stream'] } }, bodyIncludes: 'text' },
    }),
  ),
  platformCase(
    'cloned',
    'A clone is shared.',
    readable('/cloned', {
      response: {
        status: 200,
        vary: { includes: ['accept', 'origin'], unique: true },
        bodyIncludes: '{"cloned":true}',
      },
    }),
  ),
  platformCase(
    'redirected',
    'A page follows what `Response.redirect()` made, whose headers cannot be changed.',
    readable('/redirected', { response: { status: 200, bodyIncludes: '{"exam":1}' } }),
  ),
  platformCase(
    'left',
    'A stream hears of it when its reader leaves.',
    readable('/left', { response: { status: 200, bodyIncludes: '{"cancelled":true}' } }),
  ),
  {
    ...platformCase('upgraded', 'The answer to a handshake is sent as the platform made it.', {
      raw: {
        method: 'GET',
        path: '/upgrade',
        headers: [
          ['origin', page],
          ['connection', 'Upgrade'],
          ['upgrade', 'websocket'],
          ['sec-websocket-version', '13'],
          // The key of the standard's own example.
          ['sec-websocket-key', 'dGhlIHNhbXBsZSBub25jZQ=='],
        ],
      },
      expect: { status: 101, onlyAccessControl: [], headers: { vary: null } },
    }),
    needs: ['upgrade'],
  },
  {
    ...platformCase(
      'echoed',
      'A socket that was opened through the handler carries messages.',
      readable('/echoed', { response: { status: 200, bodyIncludes: '{"echoed":"called"}' } }),
    ),
    needs: ['upgrade'],
  },
]

function platformCase(slug: string, requirement: string, step: CaseStep): ConformanceCase {
  return {
    id: `platform-responses/${slug}`,
    requirement,
    kind: 'must',
    spec: [specAnchors.responses],
    policy: { allowOrigins: [page, 'https://b.example'] },
    steps: [step],
  }
}

function readable(path: string, rest: Omit<PageExpectation, 'outcome'>): CaseStep {
  return { page, request: { path }, expect: { outcome: 'readable', ...rest } }
}
