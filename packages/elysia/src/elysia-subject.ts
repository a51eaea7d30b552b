import { sourceOf } from '@corsac/binding-exam'
import type { CorsRouteOption, CorsSource } from '@corsac/core'
import { type ConformanceSubject, type ExamAssignment, type ExamEndpoint, examEndpoints } from '@corsac/test-kit'
import type { Context, Elysia } from 'elysia'
import { cors, type CorsContext, type CorsPlugin } from './cors.ts'
import { serve } from './serve.testing.ts'

/** How a subject is made. */
export interface SubjectWays {
  /** Whether Elysia compiles the application ahead of time. */
  readonly aot: boolean
  /** How paths come to policies of their own: by a picker, or by the options of their routes. */
  readonly routes: 'picker' | 'options'
  /** Whether HEAD needs routes of its own: Elysia answers it by those for GET, but only if it compiles, and not at first. */
  readonly ownHead: boolean
}

/** Makes a subject of one version of Elysia, served by `@elysiajs/node`. */
export function elysiaSubject(
  createElysia: typeof Elysia,
  version: string,
  { aot, routes, ownHead }: SubjectWays,
): ConformanceSubject {
  return {
    name: `@corsac/elysia on Elysia ${version}, ${aot ? 'compiled' : 'without compilation'}, by ${routes}`,
    version,
    start: (assignment) =>
      serve(createElysia, aot, (app) => {
        const { routes: policies, ...around } = assignment
        const source = routes === 'picker' ? sourceOf<CorsContext>(assignment, pathOf) : around
        registerExam(app.use(cors<CorsSource<CorsContext>>(source)), routes === 'picker' ? {} : policies, ownHead)
      }),
  }
}

function pathOf({ request }: CorsContext): string {
  return new URL(request.url).pathname
}

function registerExam(app: ReturnType<CorsPlugin>, policies: ExamAssignment['routes'], ownHead: boolean): void {
  let handled = 0
  for (const endpoint of examEndpoints) {
    const { behaviour, methods, ownOptions, path } = endpoint
    if (behaviour === 'upgrade') {
      app.ws(path, {
        open: (socket) => {
          socket.close()
        },
      })
      continue
    }
    const policy = policies[path]
    const option: { cors?: CorsRouteOption } = policy === undefined ? {} : { cors: policy }
    for (const method of methods) {
      if (method === 'HEAD' && !ownHead) continue
      app.route(
        method,
        path,
        ({ set }) => {
          if (behaviour === 'count') return { handled }
          handled++
          return handle(endpoint, set)
        },
        { ...option, parse: 'none' },
      )
    }
    if (ownOptions === undefined) continue
    app.options(
      path,
      ({ set }) => {
        handled++
        set.status = ownOptions.status
        Object.assign(set.headers, Object.fromEntries(ownOptions.headers))
        return ''
      },
      option,
    )
  }
}

function handle(endpoint: ExamEndpoint, set: Context['set']): unknown {
  const { behaviour, body, headers, status } = endpoint
  if (behaviour === 'throw') throw new Error('The handler of the exam throws')
  if (behaviour === 'write-head') {
    return new Response(body.length === 0 ? null : body.join(''), { status, headers: Object.fromEntries(headers) })
  }
  set.status = status
  Object.assign(set.headers, Object.fromEntries(headers))
  if (behaviour === 'stream') return generate(body)
  return body.length === 0 ? undefined : body.join('')
}

function* generate(chunks: readonly string[]): Generator<string> {
  yield* chunks
}
