import { describeHostileRequests } from '@corsac/binding-exam'
import { H3 } from 'h3'
import { toNodeHandler } from 'h3/node'
import { nodeSubject, webSubject } from './h3-subject.ts'

const latest = { version: '2', H3, toNodeHandler }

describeHostileRequests(nodeSubject(latest, 'picker'))
describeHostileRequests(webSubject(latest, 'picker'))
