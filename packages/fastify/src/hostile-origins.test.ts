import { describeHostileOrigins } from '@corsac/binding-exam'
import { fastify } from 'fastify'
import { fastify as fastifyFloor } from 'fastify-floor'
import { fastifySubject } from './fastify-subject.ts'

describeHostileOrigins(fastifySubject(fastify, '5'))
describeHostileOrigins(fastifySubject(fastifyFloor, '5.0'))
