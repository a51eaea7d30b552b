import { describeHostileOrigins } from '@corsac/binding-exam'
import { server } from '@hapi/hapi'
import { hapiSubject } from './hapi-subject.ts'

describeHostileOrigins(hapiSubject(server, '21'))
