import { describeHostileRequests } from '@corsac/binding-exam'
import { fetchSubject } from './fetch-subject.ts'

describeHostileRequests(fetchSubject)
