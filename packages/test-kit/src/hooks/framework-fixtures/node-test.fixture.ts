import { describeConformance } from '../../node-test.ts'
import { declareSubjects } from './declared-subjects.ts'

declareSubjects(describeConformance)
