import { describeConformance } from '@corsac/test-kit/vitest'
import { fetchSubject } from './fetch-subject.ts'

describeConformance(fetchSubject, { strict: true })
