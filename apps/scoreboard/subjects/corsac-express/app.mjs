// packages/express/README.md
import { createServer } from 'node:http'
import express from 'express'
import { listen, policy } from '../exam/exam.mjs'
import { registerExam } from '../exam/express.mjs'
import { cors, sourceOf } from './dist/binding.js'

const app = express()
app.use(cors(sourceOf(policy, ({ path }) => path)))
registerExam(app)
listen(createServer(app))
