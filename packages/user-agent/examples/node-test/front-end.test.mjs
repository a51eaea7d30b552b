import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCorsFetch } from '@corsac/user-agent/node'

/** The front end's own code. In the page, `fetch` is the browser's. */
async function loadProfile(fetch = globalThis.fetch) {
  const response = await fetch(`${process.env.API_URL}/profile`)
  return { profile: await response.json(), revision: response.headers.get('x-revision') }
}

const corsFetch = createCorsFetch({ origin: 'https://app.example' })

test('loads the profile and its revision', async () => {
  const { profile, revision } = await loadProfile(corsFetch)
  assert.deepEqual(profile, { name: 'Ada' })
  assert.equal(revision, '7')
})
