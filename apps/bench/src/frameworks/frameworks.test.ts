import { describe, expect, it } from 'vitest'
import { frameworks } from './all-frameworks.ts'
import { isRight } from './measure-framework.ts'
import { scenarios } from './scenario.ts'

// What is measured has to be right first: nothing is cheaper than to forget a header.
describe.each(Object.entries(frameworks))('the applications of %s', (_, load) => {
  it.each(scenarios)('answer rightly with Corsac and by hand: $name', async (scenario) => {
    const framework = await load()
    for (const kind of ['inline', 'corsac'] as const)
      expect([kind, await isRight(await framework.create(kind, scenario.policy), scenario)]).toEqual([kind, true])
  })

  it('answer over HTTP, too', async () => {
    const framework = await load()
    const [scenario] = scenarios
    if (scenario === undefined) throw new Error('There are no scenarios')
    const { close, port } = await (await framework.create('corsac', scenario.policy)).listen()
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { origin: 'https://app.example.com' } })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'https://app.example.com',
    ])
    await response.text()
    await close()
  })
})
