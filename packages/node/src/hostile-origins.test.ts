import { describeHostileOrigins } from '@corsac/binding-exam'
import { nodeSubject } from './node-subject.ts'

describeHostileOrigins(nodeSubject)
