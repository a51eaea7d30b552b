import { describeConformance } from '@corsac/test-kit/vitest'
import * as latest from 'h3-1'
import * as floor from 'h3-1-floor'
import { nodeSubject, webSubject } from './h3-v1-subject.ts'

describeConformance(nodeSubject(latest, '1 (latest)'), { strict: true })
describeConformance(webSubject(latest, '1 (latest)'), { strict: true })
describeConformance(nodeSubject(floor, '1.8 (floor)'), { strict: true })
describeConformance(webSubject(floor, '1.8 (floor)'), { strict: true })
