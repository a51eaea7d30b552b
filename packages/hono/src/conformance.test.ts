import { describeConformance } from '@corsac/test-kit/vitest'
import { Hono } from 'hono'
import { Hono as HonoOfFloor } from 'hono-floor'
import { honoSubject } from './hono-subject.ts'

describeConformance(honoSubject(Hono, '4 (latest)'), { strict: true })
describeConformance(honoSubject(HonoOfFloor, '4.0 (floor)'), { strict: true })
