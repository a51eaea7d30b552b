import type { AppManifest } from './app-manifest.ts'
import { type AppRequest, exchange, formatExchange } from './exchange.ts'
import { textsIn } from './json-shape.ts'
import { type QuestionId, questionIds } from './question-id.ts'
import { pathnameOf, type Question, questionsFor } from './questions.ts'

/** What came of a question. */
export type Answer =
  | { readonly id: QuestionId; readonly verdict: 'pass' }
  | { readonly id: QuestionId; readonly verdict: 'lacks'; readonly reason: string }
  | {
      readonly id: QuestionId
      readonly verdict: 'fail'
      readonly problems: readonly string[]
      /** What went over the wire. */
      readonly exchange: string
    }

/** Asks a running app everything that applies to it. */
export async function askApp(
  url: string,
  { endpoints, lacks }: Pick<AppManifest, 'endpoints' | 'lacks'>,
): Promise<readonly Answer[]> {
  const questions = questionsFor(endpoints)
  const answers: Answer[] = []
  for (const id of questionIds) {
    const reason = lacks[id]
    answers.push(
      reason === undefined
        ? { id, ...(await ask(url, questions[id], endpoints.paths.seen)) }
        : { id, verdict: 'lacks', reason },
    )
  }
  return answers
}

type Outcome =
  | { readonly verdict: 'pass' }
  | { readonly verdict: 'fail'; readonly problems: readonly string[]; readonly exchange: string }

async function ask(url: string, { checks, request, seen }: Question, seenPath: string): Promise<Outcome> {
  const before = await readSeen(url, seenPath)
  if (before === null) return failure(request, `${seenPath} does not answer with a list in JSON`)
  let response
  try {
    response = await exchange(url, request)
  } catch (error) {
    return failure(request, `there was no answer: ${String(error)}`)
  }
  const after = await readSeen(url, seenPath)
  if (after === null) return failure(request, `after it, ${seenPath} does not answer with a list in JSON`)
  // Whether an app counts that it was asked what it has seen is its own affair.
  const news = after.slice(before.length).filter((line) => !line.endsWith(` ${pathnameOf(seenPath)}`))
  const problems = [...checks.flatMap((check) => check(response)), ...seenProblems(seen, news)]
  return problems.length === 0
    ? { verdict: 'pass' }
    : { verdict: 'fail', problems, exchange: formatExchange(request, response) }
}

function failure(request: AppRequest, problem: string): Outcome {
  return { verdict: 'fail', problems: [problem], exchange: `> ${request.method} ${request.path}` }
}

/** Asks the app which requests have reached it; `null` where it cannot tell. */
async function readSeen(url: string, path: string): Promise<readonly string[] | null> {
  try {
    const { body, status } = await exchange(url, { method: 'GET', path, headers: {} })
    return status === 200 ? textsIn(JSON.parse(body)) : null
  } catch {
    return null
  }
}

function seenProblems(expected: Question['seen'], news: readonly string[]): readonly string[] {
  const sawWhat = `the application saw ${news.length === 0 ? 'nothing' : news.join(', ')}`
  if (expected === 'nothing') return news.length === 0 ? [] : [sawWhat]
  return expected === undefined || news.includes(expected) ? [] : [`${sawWhat}, instead of ${expected}`]
}
