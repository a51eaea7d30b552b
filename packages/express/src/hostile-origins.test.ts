import { describeHostileOrigins } from '@corsac/binding-exam'
import express5 from 'express'
import express4 from 'express-4'
import { expressSubject } from './express-subject.ts'

describeHostileOrigins(expressSubject(express5, '5'))
describeHostileOrigins(expressSubject(express4, '4'))
