import { describeConformance } from '@corsac/test-kit/vitest'
import koa3 from 'koa'
import koa2 from 'koa-2'
import koa2Floor from 'koa-2-floor'
import koa3Floor from 'koa-3-floor'
import { koaSubject } from './koa-subject.ts'

describeConformance(koaSubject(koa3, '3 (latest)'), { strict: true })
describeConformance(koaSubject(koa3Floor, '3.0 (floor)'), { strict: true })
describeConformance(koaSubject(koa2, '2 (latest)'), { strict: true })
describeConformance(koaSubject(koa2Floor, '2.13 (floor)'), { strict: true })
