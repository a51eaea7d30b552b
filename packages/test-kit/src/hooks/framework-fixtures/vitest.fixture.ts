import { describeConformance } from '../../vitest.ts'
import { declareSubjects } from './declared-subjects.ts'

declareSubjects(describeConformance)
