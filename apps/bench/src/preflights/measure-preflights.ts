import { inspect } from 'node:util'
import type { Page } from 'playwright-core'
import type { Figure } from '../figure.ts'
import type { SectionOutcome } from '../sections.ts'
import { subjects } from './all-subjects.ts'
import { type CountedSession, countPreflights } from './count-preflights.ts'
import { countFewestPreflights } from './fewest-preflights.ts'
import { needsPreflight } from './needs-preflight.ts'
import { openClient } from './open-client.ts'
import type { PreflightResult } from './preflight-results.ts'
import type { PreflightSubject } from './preflight-subject.ts'
import { visits } from './session.ts'

/** For how long browsers cache a preflight whose answer does not say, in milliseconds. */
const DEFAULT_MAX_AGE = 5000
/** Enough that what is cached by default is gone after each visit; somebody at a screen takes no less. */
const PAUSE = 6000

/** A subject, and what its session came to. */
interface CountedSubject extends CountedSession {
  readonly subject: PreflightSubject
}

/**
 * Counts the preflights of the session with every implementation.
 *
 * @throws {Error} If a page could not read a response, or the machine was too slow for the counts to mean anything.
 */
export async function measurePreflights(): Promise<SectionOutcome> {
  const session = visits.flat()
  const fewest = countFewestPreflights(session)
  const preflighted = session.filter(needsPreflight).length
  const client = await openClient()
  try {
    const counted = await countSubjects(client.page)
    counted.forEach(requireMeaning)
    return {
      figures: [
        {
          name: 'Requests whose responses the page could read, with every implementation',
          value: Math.min(...counted.map(countReadable)),
          unit: `of ${session.length}`,
        },
        {
          name: 'Requests that are preflighted where nothing is cached',
          value: preflighted,
          unit: `of ${session.length}`,
        },
        { name: 'Fewest possible', value: fewest, unit: 'preflights' },
        ...counted.map((one) => countFigure(one, fewest)),
        ...counted.flatMap((one) => savingFigures(one, counted)),
      ],
      results: {
        preflights: {
          session: {
            requests: session.length,
            resources: new Set(session.map(({ path }) => path)).size,
            preflighted,
            visits: visits.length,
            pause: PAUSE / 1000,
          },
          browser: `Chromium ${client.version}`,
          subjects: [
            { subject: 'Fewest possible', kind: 'floor', preflights: fewest, options: null },
            ...counted.map(resultOf),
          ],
        },
      },
    }
  } finally {
    await client.close()
  }
}

async function countSubjects(page: Page): Promise<readonly CountedSubject[]> {
  const apps = await Promise.all(subjects.map(async ({ create }) => create()))
  try {
    const listeners = apps.map(({ listener }) => listener)
    const sessions = await countPreflights(page, listeners, { visits, pause: PAUSE })
    return sessions.flatMap((session, index) => {
      const subject = subjects[index]
      return subject === undefined ? [] : [{ subject, ...session }]
    })
  } finally {
    await Promise.all(apps.map(async ({ close }) => close?.()))
  }
}

function requireMeaning({ subject, visits }: CountedSubject): void {
  const unreadable = visits.flatMap((visit) => visit.unreadable)
  // What is not allowed is not cached either.
  if (unreadable.length > 0) throw new Error(`${titleOf(subject)}: the page could not read ${unreadable.join('; ')}`)
  const longest = Math.max(...visits.map(({ took }) => took))
  if (longest >= DEFAULT_MAX_AGE)
    throw new Error(
      `${titleOf(subject)}: a visit took ${Math.round(longest)} ms, in which browsers forget what they cache by default. ` +
        'Count again on an idle machine.',
    )
}

function countReadable({ visits }: CountedSession): number {
  return visits.reduce((sum, { readable }) => sum + readable, 0)
}

function countFigure({ preflights, subject }: CountedSubject, fewest: number): Figure {
  const { kind, options, perRoute = false } = subject
  const keys = Object.keys(options)
  return {
    name: `${titleOf(subject)}${keys.length === 0 ? '' : `, with ${keys.join(' and ')}`}`,
    value: preflights,
    unit: 'preflights',
    ...(kind === 'corsac' && !perRoute && { atMost: fewest }),
  }
}

/** What a usual package would save if it were Corsac. */
function savingFigures({ preflights, subject }: CountedSubject, counted: readonly CountedSubject[]): readonly Figure[] {
  if (subject.kind === 'corsac') return []
  return counted
    .filter(
      ({ subject: { framework, kind, perRoute = false } }) =>
        framework === subject.framework && kind === 'corsac' && !perRoute,
    )
    .map((corsac) => ({
      name: `${subject.framework}, saved by Corsac beside ${subject.name}`,
      value: preflights - corsac.preflights,
      unit: 'round trips',
    }))
}

function resultOf({ preflights, subject }: CountedSubject): PreflightResult {
  const { kind, options } = subject
  const code = inspect(options, { breakLength: Infinity, compact: true, depth: Infinity })
  return { subject: titleOf(subject), kind, preflights, options: code === '{}' ? null : code }
}

function titleOf({ framework, name }: PreflightSubject): string {
  return `${framework}, ${name}`
}
