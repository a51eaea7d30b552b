import { readFileSync } from 'node:fs'
import { completeAssignment, type ConformanceSubject, type RunningSubject } from '@corsac/test-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RawResponse, rawRequest } from './raw-request.ts'

interface HostileOrigin {
  readonly id: string
  readonly allowed: string
  readonly origin: string
  readonly allow: boolean
  readonly via: 'wire' | 'raw' | 'unit'
  readonly why: string
}

const fixture = new URL('../../core/src/fixtures/hostile-origins.json', import.meta.url)
const UNRELATED = 'https://unrelated.example'

/**
 * Sends every hostile origin that can be sent to a binding, by hand, and reads the raw answers: under a static policy
 * and under a varying one, as an actual request and as a preflight.
 */
export function describeHostileOrigins(subject: ConformanceSubject): void {
  const rows: readonly HostileOrigin[] = JSON.parse(readFileSync(fixture, 'utf8'))
  const sent = rows.filter(({ via }) => via !== 'unit')
  const groups = [...new Set(sent.map(({ allowed }) => allowed))].map(
    (allowed) => [allowed, sent.filter((row) => row.allowed === allowed)] as const,
  )
  describe(`${subject.name}: hostile origins, byte for byte`, () => {
    describe.each(groups)('%s', (allowed, group) => {
      const running: { single?: RunningSubject; listed?: RunningSubject } = {}
      beforeAll(async () => {
        running.single = await subject.start(completeAssignment({ allowOrigins: [allowed], allowMethods: ['PUT'] }))
        running.listed = await subject.start(
          completeAssignment({ allowOrigins: [UNRELATED, allowed], allowMethods: ['PUT'] }),
        )
      })
      afterAll(async () => {
        await running.single?.close()
        await running.listed?.close()
      })

      it.each(group)('$id: $why', async ({ origin, allow }) => {
        for (const server of [running.single, running.listed]) {
          if (server === undefined) throw new Error('The subject was not started')
          const actual = await rawRequest(server.url, 'GET', '/data', [['Origin', origin]])
          expect(sharesWith(actual, origin)).toBe(allow)
          const preflight = await rawRequest(server.url, 'OPTIONS', '/data', [
            ['Origin', origin],
            ['Access-Control-Request-Method', 'PUT'],
          ])
          expect(preflight.status < 300 && sharesWith(preflight, origin)).toBe(allow)
        }
      })
    })
  })
}

/** The CORS check without credentials: exactly one field, and in it exactly this origin. */
function sharesWith({ headers }: RawResponse, origin: string): boolean {
  const values = headers.filter(([name]) => name === 'access-control-allow-origin').map(([, value]) => value)
  expect(values.length).toBeLessThanOrEqual(1)
  return values[0] === '*' || (values[0] !== undefined && values[0] === origin)
}
