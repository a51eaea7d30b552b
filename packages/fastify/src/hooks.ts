import { Readable } from 'node:stream'
import { type CorsDecision, unshared } from '@corsac/core'
import { applyWhenSent, findDecision, isMountedAgain, rememberDecision } from '@corsac/node'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** What is to be done with a request; an error where it must not be handled, `null` where others are to decide. */
export type Verdict = CorsDecision | Error | null

/** What decides about the requests of a scope. */
export interface Judge {
  /** Whether another one decides in its place. */
  readonly isIdle: boolean
  readonly judge: (request: FastifyRequest) => Verdict | Promise<Verdict>
}

/** Has every request to a scope judged when it comes, and at the latest when a response to it is sent. */
export function addHooks(scope: FastifyInstance, judge: Judge): void {
  scope.addHook('onRequest', (request, reply, done) => {
    if (judge.isIdle || isMountedAgain(reply.raw)) {
      done()
      return
    }
    const verdict = judge.judge(request)
    if (verdict instanceof Promise)
      void verdict.then((settled) => {
        proceed(reply, settled, done)
      })
    else proceed(reply, verdict, done)
  })

  // A hook that was there before may have answered, as authentication does.
  scope.addHook('onSend', (request, reply, payload, done) => {
    if (judge.isIdle || findDecision(reply.raw) !== undefined) {
      done()
      return
    }
    const verdict = judge.judge(request)
    if (verdict instanceof Promise)
      void verdict.then((settled) => {
        amend(reply, settled, payload, done)
      })
    else amend(reply, verdict, payload, done)
  })
}

function proceed(reply: FastifyReply, verdict: Verdict, done: (error?: Error) => void): void {
  if (verdict === null) {
    done()
  } else if (verdict instanceof Error) {
    decide(reply, unshared)
    done(verdict)
  } else {
    decide(reply, verdict)
    if (verdict.kind === 'continue') done()
    // While a predicate was asked, something else, such as a time limit, may have answered.
    else if (!reply.sent) reply.code(verdict.status).send(verdict.body)
  }
}

function amend(
  reply: FastifyReply,
  verdict: Verdict,
  payload: unknown,
  done: (error?: Error | null, payload?: unknown) => void,
): void {
  if (verdict === null) {
    done()
    return
  }
  const decision = verdict instanceof Error ? unshared : verdict
  decide(reply, decision)
  if (decision.kind === 'continue') {
    done()
    return
  }
  if (payload instanceof Readable) payload.destroy()
  for (const name of ['content-type', 'content-length', 'content-encoding']) reply.removeHeader(name)
  reply.code(decision.status)
  done(null, decision.body ?? null)
}

function decide({ raw }: FastifyReply, decision: CorsDecision): void {
  rememberDecision(raw, decision)
  applyWhenSent(raw)
}
