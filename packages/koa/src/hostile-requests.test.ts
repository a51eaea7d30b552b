import { describeHostileRequests } from '@corsac/binding-exam'
import koa3 from 'koa'
import koa2 from 'koa-2'
import { koaSubject } from './koa-subject.ts'

describeHostileRequests(koaSubject(koa3, '3'))
describeHostileRequests(koaSubject(koa2, '2'))
