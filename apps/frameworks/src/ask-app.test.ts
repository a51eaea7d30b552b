import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { type Answer, askApp } from './ask-app.ts'
import { defaultEndpoints } from './endpoints.ts'
import { type QuestionId, questionIds } from './question-id.ts'
import { type Quirk, quirks, quirkyApp } from './quirky-app.testing.ts'

/** Which questions must notice what is wrong. */
const noticedBy: Readonly<Record<Quirk, readonly QuestionId[]>> = {
  'shares nothing': questionIds,
  'keeps what the handler set where it refuses': ['stray'],
  'appends to what the handler set': ['read', 'stray'],
  'overwrites Vary': ['read', 'stray'],
  'says Vary: Origin twice': questionIds,
  'forgets Vary': questionIds,
  'reflects every origin': ['stray', 'refused', 'preflight-refused'],
  'shares without an origin': ['without-origin'],
  'loses the exposed headers': ['read'],
  'loses the headers of the handler': ['read'],
  'loses the body': ['read', 'stray'],
  'shows the application preflights': ['preflight', 'preflight-refused', 'preflight-missing'],
  'answers preflights of known paths only': ['preflight-missing'],
  'refuses preflights with 204': ['preflight-refused'],
  'answers instead of the application': ['write'],
  'leaves errors to the server': ['fail'],
  'leaves unknown paths to the server': ['missing'],
  'collects streams': ['stream'],
  'loses the end of streams': ['stream'],
  'forgets HEAD': ['head'],
  'falls over OPTIONS': ['options'],
}

async function askQuirky(quirk?: Quirk, lacks = {}): Promise<readonly Answer[]> {
  const server = quirkyApp(quirk).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  try {
    return await askApp(`http://127.0.0.1:${port}`, { endpoints: defaultEndpoints, lacks })
  } finally {
    server.close()
  }
}

describe('askApp', () => {
  it('finds nothing wrong with an app that is as it must be', async () => {
    expect(await askQuirky()).toEqual(questionIds.map((id) => ({ id, verdict: 'pass' })))
  })

  it.each(quirks)('notices an app that %s', async (quirk) => {
    const failed = (await askQuirky(quirk)).filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)
    expect(failed).toEqual(expect.arrayContaining([...noticedBy[quirk]]))
  })

  it('says what is wrong, and what went over the wire', async () => {
    const [read] = await askQuirky('overwrites Vary')
    expect(read).toMatchObject({
      id: 'read',
      verdict: 'fail',
      problems: ['vary is "Origin", and has "Accept" 0 times, instead of once'],
      exchange: expect.stringContaining('> GET /api/items\n> origin: https://app.example\n< 200\n'),
    })
  })

  it('does not ask what an app lacks, and passes on the reason', async () => {
    const answers = await askQuirky('leaves unknown paths to the server', { missing: 'There is no such thing.' })
    expect(answers.filter(({ verdict }) => verdict !== 'pass')).toEqual([
      { id: 'missing', verdict: 'lacks', reason: 'There is no such thing.' },
    ])
  })

  it('fails every question of an app that does not answer', async () => {
    const answers = await askApp('http://127.0.0.1:9', { endpoints: defaultEndpoints, lacks: {} })
    expect(answers.map(({ verdict }) => verdict)).toEqual(questionIds.map(() => 'fail'))
  })
})
