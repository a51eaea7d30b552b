import { cors } from '@corsac/fetch'
import type { Handle } from '@sveltejs/kit'

const withCors = cors(
  {
    allowOrigins: ['https://app.example', 'http://localhost:*'],
    allowCredentials: true,
    allowMethods: ['PUT'],
    allowHeaders: ['content-type'],
    exposeHeaders: ['x-total'],
  },
  {
    // SvelteKit makes responses of what other hooks throw: `redirect`, `error`, and what `handleError` is for.
    onHandlerError: (error) => {
      throw error
    },
  },
)

export const handle: Handle = ({ event, resolve }) => withCors(() => resolve(event))(event.request)
