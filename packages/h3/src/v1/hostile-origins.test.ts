import { describeHostileOrigins } from '@corsac/binding-exam'
import * as h3 from 'h3-1'
import { nodeSubject, webSubject } from './h3-v1-subject.ts'

describeHostileOrigins(nodeSubject(h3, '1'))
describeHostileOrigins(webSubject(h3, '1'))
