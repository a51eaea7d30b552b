import { nodeSubject } from './node-subject.ts'

/** What a careful developer writes on `node:http`. */
export const byHandSubject = nodeSubject('Set by hand on node', (origins) => {
  const listed = new Set(origins)
  return ({ headers: { origin } }, response, next) => {
    response.setHeader('vary', 'Origin')
    if (origin !== undefined && listed.has(origin)) response.setHeader('access-control-allow-origin', origin)
    next()
  }
})
