// https://h3.dev/utils/security#handlecorsevent-options
import { createServer } from 'node:http'
import { H3, handleCors } from 'h3'
import { toNodeHandler } from 'h3/node'
import { counter, endpoints, hasStar, listen, listOf, methodsOf, originsOf, policyOf } from '../exam/exam.mjs'

const app = new H3({ silent: true })
app.use((event) => {
  const policy = policyOf(event.url.pathname)
  const answer = policy === false ? false : handleCors(event, optionsOf(policy))
  return answer === false ? undefined : answer
})
for (const endpoint of endpoints) {
  const { behaviour, methods, ownOptions, path } = endpoint
  if (behaviour === 'count') {
    app.get(path, () => ({ handled: counter.handled }))
    continue
  }
  for (const method of methods) {
    app.on(method, path, (event) => {
      counter.handled += 1
      return handle(event, endpoint)
    })
  }
  if (ownOptions === undefined) continue
  app.options(path, (event) => {
    counter.handled += 1
    return respond(event, ownOptions, '')
  })
}
listen(createServer(toNodeHandler(app)))

function optionsOf(policy) {
  const { allowHeaders, allowMethods, exposeHeaders } = policy
  return {
    origin: hasStar(policy.allowOrigins) ? '*' : [originsOf(policy)].flat(),
    credentials: policy.allowCredentials,
    methods: hasStar(allowMethods) ? '*' : methodsOf(policy),
    // An empty list is an echo of all that is asked for; this header needs no leave.
    allowHeaders: allowHeaders === '*' ? '*' : allowHeaders.length === 0 ? ['Accept'] : listOf(allowHeaders),
    exposeHeaders: hasStar(exposeHeaders) ? '*' : exposeHeaders,
    maxAge: String(policy.maxAge),
    preflight: { statusCode: policy.preflightStatus },
  }
}

function handle(event, { behaviour, body, headers, ownVary, status }) {
  switch (behaviour) {
    case 'throw':
      throw new Error('The exam asked for an error')
    case 'upgrade':
      return respond(event, { status: 426, headers: [] }, '')
    case 'write-head':
      return new Response(body.join(''), { status, headers })
    case 'stream':
      return respond(
        event,
        { status, headers },
        ReadableStream.from(body.map((text) => new TextEncoder().encode(text))),
      )
    default:
      return respond(event, { status, headers, ownVary }, body.join(''))
  }
}

function respond(event, { headers, ownVary, status }, body) {
  event.res.status = status
  for (const [name, value] of headers) {
    if (name === 'vary' && ownVary === 'append') event.res.headers.append(name, value)
    else event.res.headers.set(name, value)
  }
  return body
}
