import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { untilAborted } from './until-aborted.ts'

describe('untilAborted', () => {
  it('settles as the promise does', async () => {
    const { signal } = new AbortController()
    await expect(untilAborted(Promise.resolve(1), undefined)).resolves.toBe(1)
    await expect(untilAborted(Promise.resolve(1), signal)).resolves.toBe(1)
    await expect(untilAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no')
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  it('does not wait any longer than the signal says', async () => {
    const controller = new AbortController()
    const waiting = untilAborted(new Promise(() => undefined), controller.signal)
    controller.abort()
    await expect(waiting).rejects.toThrow('the page has aborted the fetch')
  })

  it('rejects at once for a signal that has been given', async () => {
    await expect(untilAborted(new Promise(() => undefined), AbortSignal.abort())).rejects.toThrow('aborted')
  })
})
