import { createCorsFetch } from '@corsac/user-agent/node'
import { expect, it } from 'vitest'

/** The front end's own code. In the page, `fetch` is the browser's. */
async function loadProfile(fetch = globalThis.fetch) {
  const response = await fetch(`${process.env.API_URL}/profile`)
  return { profile: await response.json(), revision: response.headers.get('x-revision') }
}

const corsFetch = createCorsFetch({ origin: 'https://app.example' })

it('loads the profile and its revision', async () => {
  const { profile, revision } = await loadProfile(corsFetch)
  expect(profile).toEqual({ name: 'Ada' })
  expect(revision).toBe('7')
})
