import { describe, expect, it } from 'vitest'
import { compareObservations } from './compare-observations.ts'
import type { Observation } from './observation.ts'

const message = { purpose: 'actual', method: 'GET', url: 'api/0', headers: { accept: '*/*' }, body: '' } as const
const resolved = {
  kind: 'resolved',
  status: 200,
  type: 'cors',
  redirected: false,
  url: 'api/0',
  headers: ['etag'],
} as const
const observation: Observation = { ends: [resolved], messages: [message] }

describe('compareObservations', () => {
  it('finds nothing where both are the same', () => {
    expect(compareObservations(observation, structuredClone(observation))).toEqual([])
  })

  it.each<[string, Observation, string]>([
    ['an end', { ...observation, ends: [{ kind: 'rejected' }] }, 'ends[0].kind'],
    ['the type of a response', { ...observation, ends: [{ ...resolved, type: 'basic' }] }, 'ends[0].type'],
    ['a readable header', { ...observation, ends: [{ ...resolved, headers: [] }] }, 'ends[0].headers[0]'],
    ['a message too many', { ...observation, messages: [message, message] }, 'messages[1]'],
    ['a message too few', { ...observation, messages: [] }, 'messages[0]'],
    ['a method', { ...observation, messages: [{ ...message, method: 'get' }] }, 'messages[0].method'],
    [
      'a header too many',
      { ...observation, messages: [{ ...message, headers: { ...message.headers, origin: 'null' } }] },
      'messages[0].headers.origin',
    ],
    ['a header too few', { ...observation, messages: [{ ...message, headers: {} }] }, 'messages[0].headers.accept'],
  ])('names %s', (_, engine, where) => {
    expect(compareObservations(engine, observation)[0]?.where).toBe(where)
  })

  it('pays no heed to what browsers add of their own accord', () => {
    const headers = { ...message.headers, 'user-agent': 'x', 'accept-language': 'en' }
    expect(compareObservations({ ...observation, messages: [{ ...message, headers }] }, observation)).toEqual([])
  })

  it('looks at such a header where the page sets it', () => {
    const set = { ...observation, messages: [{ ...message, headers: { 'user-agent': 'page' } }] }
    const own = { ...observation, messages: [{ ...message, headers: { 'user-agent': 'browser' } }] }
    expect(compareObservations(own, set)[0]?.where).toBe('messages[0].headers.user-agent')
  })
})
