/** What every app is asked, in this order. */
export const questionIds = [
  'read',
  'stray',
  'refused',
  'without-origin',
  'preflight',
  'preflight-refused',
  'preflight-missing',
  'write',
  'fail',
  'missing',
  'stream',
  'head',
  'options',
] as const

/** The name of a question. */
export type QuestionId = (typeof questionIds)[number]

/** Recognises the name of a question. */
export function isQuestionId(name: string): name is QuestionId {
  return questionIds.some((id) => id === name)
}
