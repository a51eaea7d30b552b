import { describeConformance } from '@corsac/test-kit/vitest'
import express5 from 'express'
import express4 from 'express-4'
import express4Floor from 'express-4-floor'
import express5Floor from 'express-5-floor'
import { expressSubject } from './express-subject.ts'

describeConformance(expressSubject(express5, '5 (latest)'), { strict: true })
describeConformance(expressSubject(express5Floor, '5.0 (floor)'), { strict: true })
describeConformance(expressSubject(express4, '4 (latest)'), { strict: true })
describeConformance(expressSubject(express4Floor, '4.18 (floor)'), { strict: true })
