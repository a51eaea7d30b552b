// https://docs.nestjs.com/security/cors: "a callback function to define the configuration object asynchronously".
import 'reflect-metadata'
import * as nest from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { handle } from '../exam/express.mjs'
import { counter, listOf, methodsOf, originsOf, policyOf, switchProtocols } from '../exam/exam.mjs'
import { createExamModule } from '../exam/nest.mjs'

const ExamModule = createExamModule(nest, {
  handle(endpoint, response) {
    counter.handled += 1
    handle(endpoint, response)
  },
  answerOptions({ headers, status }, response) {
    counter.handled += 1
    response.status(status).set(Object.fromEntries(headers)).end()
  },
})
const app = await NestFactory.create(ExamModule, { logger: false })
app.enableCors((request, callback) => {
  callback(null, optionsOf(policyOf(request.path)))
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
