import { describeConformance } from '@corsac/test-kit/vitest'
import { fastify } from 'fastify'
import { fastify as fastifyFloor } from 'fastify-floor'
import { fastifySubject } from './fastify-subject.ts'

describeConformance(fastifySubject(fastify, '5 (latest)'), { strict: true })
describeConformance(fastifySubject(fastifyFloor, '5.0 (floor)'), { strict: true })
describeConformance(fastifySubject(fastify, '5 (latest)', 'route options'), { strict: true })
describeConformance(fastifySubject(fastifyFloor, '5.0 (floor)', 'route options'), { strict: true })
