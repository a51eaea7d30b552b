// https://docs.nestjs.com/security/cors, with the `delegator` of https://github.com/fastify/fastify-cors#readme for single paths.
import 'reflect-metadata'
import * as nest from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { handlerOf } from '../exam/fastify.mjs'
import { counter, listOf, methodsOf, originsOf, pathOf, policyOf, switchProtocols } from '../exam/exam.mjs'
import { createExamModule } from '../exam/nest.mjs'

const ExamModule = createExamModule(nest, {
  handle: (endpoint, reply) => handlerOf(endpoint)(reply.request, reply),
  answerOptions({ headers, status }, reply) {
    counter.handled += 1
    reply.code(status).headers(Object.fromEntries(headers)).send()
  },
})
const app = await NestFactory.create(ExamModule, new FastifyAdapter(), { logger: false })
app.enableCors({
  delegator: (request, callback) => {
    callback(null, optionsOf(policyOf(pathOf(request.url))))
  },
})
switchProtocols(app.getHttpServer())
await app.listen(Number(process.env.PORT), '127.0.0.1')

function optionsOf(policy) {
  if (policy === false) return { origin: false }
  return {
    origin: originsOf(policy),
    credentials: policy.allowCredentials,
    methods: methodsOf(policy),
    allowedHeaders: listOf(policy.allowHeaders),
    exposedHeaders: listOf(policy.exposeHeaders),
    maxAge: policy.maxAge,
    optionsSuccessStatus: policy.preflightStatus,
  }
}
