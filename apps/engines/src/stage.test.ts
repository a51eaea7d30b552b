import { describe, expect, it } from 'vitest'
import { createTrial } from './fixtures/create-trial.ts'
import { place } from './fixtures/place.ts'
import { createStage, type WireRequest } from './stage.ts'

const url = `${place.origins.api}/trial/t1/0`
const get: WireRequest = { method: 'GET', url, headers: [], body: '' }
const preflight: WireRequest = { method: 'OPTIONS', url, headers: [['Access-Control-Request-Method', 'PUT']], body: '' }

const stageOf = (statuses: readonly number[]) =>
  createStage(createTrial({ hop: { actual: statuses.map((status) => ({ status, headers: [] })) } }), place)

describe('createStage', () => {
  it('gives the answers in their order, and the last one from then on', () => {
    const stage = stageOf([200, 404])
    expect([get, get, get].map((request) => stage.answer(request).status)).toEqual([200, 404, 404])
  })

  it('tells a preflight from an OPTIONS request of the page', () => {
    const stage = stageOf([200])
    stage.answer(preflight)
    stage.answer({ ...preflight, headers: [] })
    expect(stage.seen.map(({ purpose }) => purpose)).toEqual(['preflight', 'actual'])
  })

  it('fills in the placeholders, and adds what every response has', () => {
    const hop = { actual: [{ status: 200, headers: [['Access-Control-Allow-Origin', '{origin}']] }] } as const
    expect(createStage(createTrial({ hop }), place).answer(get)).toEqual({
      status: 200,
      headers: [
        ['Access-Control-Allow-Origin', place.origins.app],
        ['Cache-Control', 'no-store'],
        ['Content-Length', '8'],
      ],
      body: 'actual 0',
    })
  })

  it.each([204, 304])('gives a response with the status %i neither a body nor a length', (status) => {
    const { body, headers } = stageOf([status]).answer(get)
    expect({ body, headers }).toEqual({ body: '', headers: [['Cache-Control', 'no-store']] })
  })

  it('answers 404 for what is no hop of the trial, and remembers it', () => {
    const stage = stageOf([200])
    expect(stage.answer({ ...get, url: `${url}/elsewhere` }).status).toBe(404)
    expect(stage.seen.map(({ hop }) => hop)).toEqual([-1])
  })
})
