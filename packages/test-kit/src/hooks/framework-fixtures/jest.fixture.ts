import { describeConformance } from '../../jest.ts'
import { declareSubjects } from './declared-subjects.ts'

declareSubjects(describeConformance)
