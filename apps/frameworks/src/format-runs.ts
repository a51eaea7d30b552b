import pc from 'picocolors'
import type { Answer } from './ask-app.ts'
import { questionIds } from './question-id.ts'
import type { AppRun } from './run-app.ts'

/** Writes down what failed in an app, with what went over the wire, and what does not apply to it, with the reason. */
export function formatRun(run: AppRun): string {
  const { id, name, version } = run.app
  const title = `${id} (${name}, ${version})`
  if ('notRun' in run) return `${pc.red('✕')} ${title}: could not be asked\n${indent(run.notRun)}`
  const failed = run.answers.some(({ verdict }) => verdict === 'fail')
  const counts = `${run.answers.filter(({ verdict }) => verdict === 'pass').length} of ${run.answers.length} questions`
  return [
    `${failed ? pc.red('✕') : pc.green('✓')} ${title}: ${counts}`,
    ...run.answers.flatMap(describeAnswer),
    ...(failed && run.log.trim() !== '' ? [indent(`The app wrote last:\n${indent(run.log.trim())}`)] : []),
  ].join('\n')
}

function describeAnswer(answer: Answer): readonly string[] {
  switch (answer.verdict) {
    case 'pass':
      return []
    case 'lacks':
      return [indent(`– ${answer.id} does not apply: ${answer.reason}`)]
    case 'fail':
      return [
        ...answer.problems.map((problem) => indent(pc.red(`✕ ${answer.id}: ${problem}`))),
        indent(indent(answer.exchange)),
      ]
  }
}

const SIGNS = { pass: '✓', lacks: '–', fail: '✕' } as const

/** Writes down apps by questions. */
export function formatTable(runs: readonly AppRun[]): string {
  const names = runs.map(({ app }, index) => `${String(index + 1).padStart(2)}  ${app.id} ${app.version}`)
  const head = ['', ...runs.map((_, index) => String(index + 1))]
  const rows = questionIds.map((id) => [id, ...runs.map((run) => signOf(run, id))])
  const width = Math.max(...questionIds.map(({ length }) => length))
  const lines = [head, ...rows].map(([first = '', ...cells]) =>
    [first.padEnd(width), ...cells.map((cell) => cell.padStart(2))].join('  '),
  )
  return [...names, '', ...lines].join('\n')
}

function signOf(run: AppRun, id: Answer['id']): string {
  const verdict = 'notRun' in run ? undefined : run.answers.find((answer) => answer.id === id)?.verdict
  return verdict === undefined ? '?' : SIGNS[verdict]
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ')
}
