import { describeHostileRequests } from '@corsac/binding-exam'
import { Hono } from 'hono'
import { honoSubject } from './hono-subject.ts'

describeHostileRequests(honoSubject(Hono, '4'))
