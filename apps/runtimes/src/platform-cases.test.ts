import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { completeAssignment, type ConformanceSubject, examine, listen } from '@corsac/test-kit'
import { describe, expect, it } from 'vitest'
import { createExam } from './exam-handler.ts'
import { platformCases } from './platform-cases.ts'

type Handler = (request: Request) => Response | Promise<Response>

/** A subject on Node whose handler is what `wrap` makes of the exam's. */
function subjectOf(wrap: (exam: ReturnType<typeof createExam>) => Handler): ConformanceSubject {
  return {
    name: 'a handler on Node',
    lacks: { upgrade: 'On Node no Response can have the status 101.' },
    start: (assignment) => {
      const handle = wrap(createExam(JSON.stringify(assignment)))
      const server = createServer((incoming, outgoing) => {
        const request = new Request(`http://${incoming.headers.host ?? ''}${incoming.url ?? ''}`, {
          headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
        })
        Promise.resolve(handle(request))
          .catch(() => new Response(null, { status: 500 }))
          .then(async ({ body, headers, status }) => {
            outgoing.writeHead(status, Object.fromEntries(headers))
            if (body === null) outgoing.end()
            // The types of the web and of Node have a stream each, which is the same one.
            else await pipeline(Readable.fromWeb(body as never), outgoing)
          })
          // The reader has left.
          .catch(() => undefined)
      })
      return listen(server)
    },
  }
}

/** The ids of the cases that are not passed, without the part that they share. */
async function missedBy(subject: ConformanceSubject): Promise<readonly string[]> {
  const { results } = await examine(subject, { cases: platformCases })
  return results.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id.replace('platform-responses/', ''))
}

/** What a mutant makes of a response that comes, with CORS, out of `copy`. */
function mutant(copy: (response: Response) => Response): ConformanceSubject {
  return subjectOf(({ answer }) => async (request) => {
    const origin = request.headers.get('origin')
    const response = copy(await answer(request))
    if (origin !== null) response.headers.set('access-control-allow-origin', origin)
    if (!response.headers.has('vary')) response.headers.set('vary', 'Origin')
    return response
  })
}

describe('platformCases', () => {
  it('are passed by the handler on Node', async () => {
    expect(await missedBy(subjectOf(({ answer, withCors }) => withCors(answer)))).toEqual([])
  })

  it.each([
    [
      'changes the headers of the response itself',
      (response: Response) => response,
      ['fetched', 'cloned', 'redirected'],
    ],
    [
      'loses the type of a text',
      (response: Response) => {
        const copy = new Response(response.body, response)
        if (copy.headers.get('content-type')?.startsWith('text/') === true)
          copy.headers.set('content-type', 'application/octet-stream')
        return copy
      },
      ['text', 'cloned'],
    ],
    [
      'loses the type',
      ({ body, status }: Response) => new Response(body, { status }),
      ['fetched', 'text', 'cloned', 'redirected'],
    ],
    [
      'reads the original no further',
      (response: Response) => {
        const { body, headers, status } = response.clone()
        return new Response(body, { status, headers })
      },
      ['cloned', 'left'],
    ],
  ])('show who %s', async (_, copy, missed) => {
    expect(await missedBy(mutant(copy))).toEqual(missed)
  })

  it('share one policy, so that a runtime is started once for them', () => {
    expect(new Set(platformCases.map(({ policy }) => JSON.stringify(completeAssignment(policy)))).size).toBe(1)
  })
})
