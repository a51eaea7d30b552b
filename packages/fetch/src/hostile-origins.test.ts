import { describeHostileOrigins } from '@corsac/binding-exam'
import { fetchSubject } from './fetch-subject.ts'

describeHostileOrigins(fetchSubject)
