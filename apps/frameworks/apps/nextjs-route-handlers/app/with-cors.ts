import { cors } from '@corsac/fetch'
import { unstable_rethrow } from 'next/navigation'

export const withCors = cors(
  {
    allowOrigins: ['https://app.example', 'http://localhost:*'],
    allowCredentials: true,
    allowMethods: ['PUT'],
    allowHeaders: ['content-type'],
    exposeHeaders: ['x-total'],
  },
  {
    onHandlerError(error) {
      // What redirect() and notFound() throw is for Next.js.
      unstable_rethrow(error)
      console.error(error)
      return new Response(null, { status: 500 })
    },
  },
)
