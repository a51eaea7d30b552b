// https://github.com/expressjs/cors#readme: a policy for each path, by "Configuring CORS Asynchronously".
import cors from 'cors'
import express from 'express'
import { createServer } from 'node:http'
import { registerExam } from '../exam/express.mjs'
import { listen, listOf, methodsOf, originsOf, policyOf } from '../exam/exam.mjs'

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

const app = express()
app.use(
  cors((request, callback) => {
    callback(null, optionsOf(policyOf(request.path)))
  }),
)
registerExam(app)
listen(createServer(app))
