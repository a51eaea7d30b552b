// https://github.com/fastify/fastify-cors#readme: a policy for each path, by "Configuring CORS Asynchronously".
import cors from '@fastify/cors'
import Fastify from 'fastify'
import { registerExam } from '../exam/fastify.mjs'
import { listOf, methodsOf, originsOf, pathOf, policyOf, switchProtocols } from '../exam/exam.mjs'

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

const app = Fastify()
await app.register(cors, () => (request, callback) => {
  callback(null, optionsOf(policyOf(pathOf(request.url))))
})
registerExam(app)
switchProtocols(app.server)
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
