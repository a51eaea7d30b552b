import type { ConformanceSuite } from '../cases/conformance-case.ts'
import { specAnchors } from '../cases/spec-anchors.ts'
import { twoOrigins, twoOriginsWithCredentials } from './policies.ts'
import { get } from './steps.ts'

/** The handshake of a WebSocket, with the key of the standard's own example. */
const handshake = [
  ['connection', 'Upgrade'],
  ['upgrade', 'websocket'],
  ['sec-websocket-version', '13'],
  ['sec-websocket-key', 'dGhlIHNhbXBsZSBub25jZQ=='],
] as const

/** What becomes of handshakes that switch to another protocol, of which CORS does not speak. */
export const upgrades = {
  id: 'upgrades',
  title: 'Other protocols',
  cases: [
    {
      id: 'upgrades/left-alone',
      requirement: 'A handshake that switches to another protocol succeeds, for a page on a listed origin.',
      kind: 'must',
      spec: [specAnchors.webSocketHandshake],
      policy: twoOrigins,
      needs: ['upgrade'],
      steps: [
        get(
          'https://a.example',
          { status: 101, headers: { 'sec-websocket-accept': 's3pPLMBiTxaQ9kYGzzhZRbK+xOo=' } },
          { path: '/upgrade', headers: handshake },
        ),
      ],
    },
    {
      id: 'upgrades/not-shared',
      requirement: 'A handshake that switches to another protocol gets no CORS headers: no page reads its response.',
      kind: 'observe',
      spec: [specAnchors.webSocketHandshake, specAnchors.responses],
      policy: twoOriginsWithCredentials,
      needs: ['upgrade'],
      steps: [
        get('https://a.example', { status: 101, onlyAccessControl: [] }, { path: '/upgrade', headers: handshake }),
      ],
    },
    {
      id: 'upgrades/not-judged',
      requirement: 'CORS does not judge handshakes: to turn origins away there is the business of the application.',
      kind: 'observe',
      spec: [specAnchors.webSocketHandshake],
      policy: twoOrigins,
      needs: ['upgrade'],
      steps: [get('https://evil.example', { status: 101 }, { path: '/upgrade', headers: handshake })],
    },
  ],
} as const satisfies ConformanceSuite
