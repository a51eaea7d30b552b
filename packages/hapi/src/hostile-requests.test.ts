import { describeHostileRequests } from '@corsac/binding-exam'
import { server } from '@hapi/hapi'
import { hapiSubject } from './hapi-subject.ts'

describeHostileRequests(hapiSubject(server, '21'))
