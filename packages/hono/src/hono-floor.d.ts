// The oldest version, which the tests install under an alias; what is used of it is the same.
declare module 'hono-floor' {
  export { Hono } from 'hono'
}
declare module 'hono-floor/http-exception' {
  export { HTTPException } from 'hono/http-exception'
}
declare module 'hono-floor/streaming' {
  export { streamText } from 'hono/streaming'
}
declare module 'hono-floor/basic-auth' {
  export { basicAuth } from 'hono/basic-auth'
}
declare module 'hono-floor/etag' {
  export { etag } from 'hono/etag'
}
declare module 'hono-floor/validator' {
  export { validator } from 'hono/validator'
}
