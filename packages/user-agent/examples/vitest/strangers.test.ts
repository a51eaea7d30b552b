import { createCorsFetch } from '@corsac/user-agent/node'
import { expect, it, vi } from 'vitest'

it('keeps strangers out', async () => {
  // For code that takes no fetch: the one that everybody calls.
  vi.stubGlobal('fetch', createCorsFetch({ origin: 'https://evil.example' }))
  const call = fetch(`${process.env.API_URL}/profile`, { method: 'DELETE', credentials: 'include' })
  await expect(call).rejects.toMatchObject({ cause: { reason: 'preflight-origin-missing' } })
})
