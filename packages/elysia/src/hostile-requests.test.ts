import { describeHostileRequests } from '@corsac/binding-exam'
import { Elysia } from 'elysia'
import { elysiaSubject } from './elysia-subject.ts'

describeHostileRequests(elysiaSubject(Elysia, '1.4', { aot: true, routes: 'picker', ownHead: false }))
