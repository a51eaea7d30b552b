import { describeConformance } from '@corsac/test-kit/vitest'
import { server as createServer } from '@hapi/hapi'
import { server as createServerOfFloor } from 'hapi-floor'
import { hapiSubject } from './hapi-subject.ts'

describeConformance(hapiSubject(createServer, '21 (latest)'), { strict: true })
describeConformance(hapiSubject(createServer, '21 (latest)', 'route options'), { strict: true })
describeConformance(hapiSubject(createServerOfFloor, '21.0 (floor)'), { strict: true })
describeConformance(hapiSubject(createServerOfFloor, '21.0 (floor)', 'route options'), { strict: true })
