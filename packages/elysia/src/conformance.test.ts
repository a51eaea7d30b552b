import { describeConformance } from '@corsac/test-kit/vitest'
import { Elysia } from 'elysia'
import { Elysia as ElysiaOfFloor } from 'elysia-floor'
import { elysiaSubject } from './elysia-subject.ts'

for (const routes of ['picker', 'options'] as const) {
  describeConformance(elysiaSubject(Elysia, '1.4 (latest)', { aot: true, routes, ownHead: false }), { strict: true })
  describeConformance(elysiaSubject(Elysia, '1.4 (latest)', { aot: false, routes, ownHead: true }), { strict: true })
}
for (const aot of [true, false]) {
  const ways = { aot, routes: 'options', ownHead: true } as const
  describeConformance(elysiaSubject(ElysiaOfFloor, '1.4.4 (floor)', ways), { strict: true })
}
