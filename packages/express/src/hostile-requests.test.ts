import { describeHostileRequests } from '@corsac/binding-exam'
import express5 from 'express'
import express4 from 'express-4'
import { expressSubject } from './express-subject.ts'

describeHostileRequests(expressSubject(express5, '5'))
describeHostileRequests(expressSubject(express4, '4'))
