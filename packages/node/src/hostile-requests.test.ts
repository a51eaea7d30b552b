import { describeHostileRequests } from '@corsac/binding-exam'
import { nodeSubject } from './node-subject.ts'

describeHostileRequests(nodeSubject)
