import { describeHostileOrigins } from '@corsac/binding-exam'
import koa3 from 'koa'
import koa2 from 'koa-2'
import { koaSubject } from './koa-subject.ts'

describeHostileOrigins(koaSubject(koa3, '3'))
describeHostileOrigins(koaSubject(koa2, '2'))
