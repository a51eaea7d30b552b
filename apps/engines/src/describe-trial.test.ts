import { describe, expect, it } from 'vitest'
import { describeTrial } from './describe-trial.ts'
import { createTrial } from './fixtures/create-trial.ts'

describe('describeTrial', () => {
  it('says what the page asks and what the servers answer', () => {
    const text = describeTrial(
      createTrial({ request: { method: 'PUT', headers: [['X-A', '1']], body: 'b', wait: 20 } }),
    )
    expect(text).toBe(
      [
        'after 20 ms, the page "app" asks for hop 0: "PUT", credentials omit, mode cors, redirect follow',
        '    X-A: "1"',
        '    body "b"',
        'hop 0 on "api" answers a preflight: 200',
        '    Access-Control-Allow-Origin: "*"',
        'hop 0 on "api" answers: 200',
        '    Access-Control-Allow-Origin: "*"',
      ].join('\n'),
    )
  })

  it('names upload listeners', () => {
    expect(describeTrial(createTrial({ request: { uploadListeners: true } }))).toContain('with upload listeners')
  })

  it('escapes what a terminal must not get, and shortens what is long', () => {
    const headers = [['Accept', `caf\u00e9\u001b[0m${'a'.repeat(128)}`]] as const
    expect(describeTrial(createTrial({ request: { headers } }))).toContain('Accept: "caf\\u00e9\\u001b[0ma…×128"')
  })
})
