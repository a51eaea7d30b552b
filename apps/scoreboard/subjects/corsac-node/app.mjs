// packages/node/README.md
import { createServer } from 'node:http'
import { guarded } from '../exam/application.mjs'
import { listen, pathOf, policy } from '../exam/exam.mjs'
import { cors, sourceOf } from './dist/binding.js'

const handleCors = cors(sourceOf(policy, ({ url }) => pathOf(url)))
listen(
  createServer((request, response) => {
    handleCors(request, response, () => guarded(request, response))
  }),
)
