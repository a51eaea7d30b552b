import { describe, expect, it } from 'vitest'
import { judgeAnswers } from './judge-answers.ts'
import { createAnswers, type ReloadAnswers, Verdict } from './reload-answers.ts'

/** One answer to the sentinel that policies of even numbers allow. */
function answer(sent: number, received: number, verdict: number): ReloadAnswers {
  const answers = createAnswers(1)
  answers.sent[0] = sent
  answers.received[0] = received
  answers.verdicts[0] = verdict
  return answers
}

describe('judgeAnswers', () => {
  const since = [0, 10, 20]

  it.each([
    ['during the first policy, which allows it', 1, 9, Verdict.allowed],
    ['during the second policy, which refuses it', 11, 19, Verdict.refused],
    ['during the last policy', 21, 99, Verdict.allowed],
  ])('has one right answer to a request %s', (_, sent, received, right) => {
    for (const verdict of Object.values(Verdict))
      expect(judgeAnswers(answer(sent, received, verdict), since)).toEqual({
        wrong: verdict === right ? 0 : 1,
        decisive: 1,
      })
  })

  it('has two right answers to a request during which the policy was replaced', () => {
    expect(judgeAnswers(answer(9, 11, Verdict.allowed), since)).toEqual({ wrong: 0, decisive: 0 })
    expect(judgeAnswers(answer(9, 11, Verdict.refused), since)).toEqual({ wrong: 0, decisive: 0 })
    expect(judgeAnswers(answer(9, 11, Verdict.neither), since)).toEqual({ wrong: 1, decisive: 0 })
  })
})
