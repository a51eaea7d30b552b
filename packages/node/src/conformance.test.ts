import { describeConformance } from '@corsac/test-kit/vitest'
import { nodeSubject } from './node-subject.ts'

describeConformance(nodeSubject, { strict: true })
