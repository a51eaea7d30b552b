import { describeConformance } from '@corsac/test-kit/vitest'
import { connectSubject, nodeSubject, polkaSubject } from './node-subject.ts'

describeConformance(nodeSubject, { strict: true })
describeConformance(connectSubject, { strict: true })
describeConformance(polkaSubject, { strict: true })
