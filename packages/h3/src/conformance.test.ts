import { describeConformance } from '@corsac/test-kit/vitest'
import { H3 } from 'h3'
import { H3 as FloorH3 } from 'h3-floor'
import { toNodeHandler as floorToNodeHandler } from 'h3-floor/node'
import { toNodeHandler } from 'h3/node'
import { nodeSubject, webSubject } from './h3-subject.ts'

const latest = { version: '2 (latest)', H3, toNodeHandler }
const floor = { version: '2.0.1 (floor)', H3: FloorH3, toNodeHandler: floorToNodeHandler }

describeConformance(nodeSubject(latest, 'meta'), { strict: true })
describeConformance(nodeSubject(latest, 'picker'), { strict: true })
describeConformance(webSubject(latest, 'meta'), { strict: true })
describeConformance(webSubject(latest, 'rules'), { strict: true })
describeConformance(nodeSubject(floor, 'meta'), { strict: true })
describeConformance(webSubject(floor, 'meta'), { strict: true })
