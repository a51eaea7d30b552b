import { describeConformance } from '../../mocha.ts'
import { declareSubjects } from './declared-subjects.ts'

declareSubjects(describeConformance)
