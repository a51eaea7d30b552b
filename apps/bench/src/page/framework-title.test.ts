import { describe, expect, it } from 'vitest'
import { addressOf, frameworkTitle } from './framework-title.ts'

describe('frameworkTitle', () => {
  it.each([
    ['express', 'express 5.3.0', 'express 5.3.0'],
    ['hapi', '@hapi/hapi 21.4.10', 'hapi, @hapi/hapi 21.4.10'],
    ['hono fetch', 'hono 4.13.19', 'hono fetch, hono 4.13.19'],
  ])('of %s with %s is "%s"', (name, installed, title) => {
    expect(frameworkTitle(name, installed)).toBe(title)
  })
})

describe('addressOf', () => {
  it('has no spaces and commas', () => {
    expect(addressOf('preflight, allowed')).toBe('preflight-allowed')
  })
})
