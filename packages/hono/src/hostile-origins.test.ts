import { describeHostileOrigins } from '@corsac/binding-exam'
import { Hono } from 'hono'
import { honoSubject } from './hono-subject.ts'

describeHostileOrigins(honoSubject(Hono, '4'))
