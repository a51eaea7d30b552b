import { createFetchExam, pathOf, sourceOf } from '@corsac/binding-exam'
import type { CorsSource } from '@corsac/core'
import type { ConformanceSubject } from '@corsac/test-kit'
import { serve } from 'srvx'
import { cors, type FetchContext } from './cors.ts'

/** A web-standard handler that takes the exam, served by srvx on Node. */
export const fetchSubject: ConformanceSubject = {
  name: '@corsac/fetch on Node (srvx)',
  lacks: { upgrade: 'On Node no Response can have the status 101.' },
  start: async (assignment) => {
    const exam = createFetchExam()
    const source = sourceOf<FetchContext<readonly unknown[]>>(assignment, ([request]) => pathOf(request))
    const server = serve({
      port: 0,
      hostname: '127.0.0.1',
      silent: true,
      gracefulShutdown: false,
      fetch: cors<readonly unknown[], CorsSource<FetchContext<readonly unknown[]>>>(source, {
        onHandlerError: () => new Response(null, { status: 500 }),
      })((request) => exam(request) ?? new Response(null, { status: 404 })),
    })
    await server.ready()
    return {
      url: new URL(server.url ?? '').origin,
      close: () => server.close(true),
    }
  },
}
