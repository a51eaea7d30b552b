import { completeAssignment } from '@corsac/test-kit'
import { describe, expect, it } from 'vitest'
import { createExam } from './exam-handler.ts'

const policy = JSON.stringify(completeAssignment({ routes: { '/locked': false } }))

describe('createExam', () => {
  it('answers what the exam asks for, and 404 for all else', async () => {
    const { answer, withCors } = createExam(policy)
    const handle = withCors(answer)
    const found = await handle(new Request('http://127.0.0.1/data'))
    expect([found.status, found.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    const missing = await handle(new Request('http://127.0.0.1/missing'))
    expect([missing.status, missing.headers.get('access-control-allow-origin')]).toEqual([404, '*'])
  })

  it('has policies of single paths', async () => {
    const { answer, withCors } = createExam(policy)
    const locked = await withCors(answer)(
      new Request('http://127.0.0.1/locked', { headers: { origin: 'https://a.example' } }),
    )
    expect(locked.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('makes of an error a response that pages can read', async () => {
    const { answer, withCors } = createExam(policy)
    const response = await withCors(answer)(new Request('http://127.0.0.1/error'))
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([500, '*'])
  })

  it('leaves handshakes to the runtime', () => {
    const { isHandshake } = createExam(policy)
    expect(isHandshake(new Request('http://127.0.0.1/', { headers: { upgrade: 'WebSocket' } }))).toBe(true)
    expect(isHandshake(new Request('http://127.0.0.1/'))).toBe(false)
  })

  it.each([
    ['a policy that is not to be had', JSON.stringify(completeAssignment({ allowOrigins: [] })), 'allowOrigins'],
    ['what is no policy', '{}', 'none of the exam'],
  ])('refuses %s', (_, text, message) => {
    expect(() => createExam(text)).toThrow(message)
  })
})
