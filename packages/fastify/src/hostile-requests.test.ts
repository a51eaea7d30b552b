import { describeHostileRequests } from '@corsac/binding-exam'
import { fastify } from 'fastify'
import { fastify as fastifyFloor } from 'fastify-floor'
import { fastifySubject } from './fastify-subject.ts'

describeHostileRequests(fastifySubject(fastify, '5'))
describeHostileRequests(fastifySubject(fastifyFloor, '5.0'))
