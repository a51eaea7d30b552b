import { describe, expect, it } from 'vitest'
import { parseManifest } from './app-manifest.ts'
import { defaultEndpoints } from './endpoints.ts'

const least = {
  name: 'Fox',
  framework: 'fox',
  recipe: 'packages/fetch/FRAMEWORKS.md#fox',
  packages: ['@corsac/fetch'],
}

describe('parseManifest', () => {
  it('takes the usual paths, methods and statuses where nothing else is said', () => {
    expect(parseManifest(least)).toEqual({ ok: true, manifest: { ...least, endpoints: defaultEndpoints, lacks: {} } })
  })

  it('takes what an app has otherwise', () => {
    const parsed = parseManifest({
      ...least,
      paths: { read: '/rpc/items' },
      writeMethod: 'POST',
      writeBody: null,
      statuses: { fail: 200 },
      lacks: { head: 'It has none.' },
    })
    expect(parsed).toMatchObject({
      ok: true,
      manifest: {
        endpoints: {
          paths: { ...defaultEndpoints.paths, read: '/rpc/items' },
          writeMethod: 'POST',
          writeBody: null,
          statuses: { fail: 200, missing: 404 },
        },
        lacks: { head: 'It has none.' },
      },
    })
  })

  it('names everything that is wrong at once', () => {
    expect(parseManifest({ ...least, name: ' ', packages: [], path: {} })).toEqual({
      ok: false,
      issues: [
        expect.stringMatching(/^"path" is unknown/),
        '"name" is " ": write what reports are to call the app',
        '"packages" is []: write a list of packages of ours, such as ["@corsac/fetch"]',
      ],
    })
  })

  it.each([
    [null, /^it is not an object$/],
    [[], /^it is not an object$/],
    [{ ...least, framework: undefined }, /^"framework" is missing: write/],
    [{ ...least, recipe: 'packages/fetch/README.md' }, /^"recipe" is .* such as/],
    [{ ...least, packages: ['cors'] }, /^"packages" is \["cors"\]/],
    [{ ...least, paths: { read: 'items' } }, /^"paths" is/],
    [{ ...least, paths: { index: '/' } }, /^"paths" is .* read, write, fail/],
    [{ ...least, statuses: { fail: '500' } }, /^"statuses" is/],
    [{ ...least, lacks: { nothing: 'because' } }, /^"lacks" is .* read, stray/],
    [{ ...least, lacks: { head: '' } }, /^"lacks" is/],
  ])('refuses %j', (input, issue) => {
    expect(parseManifest(input)).toEqual({ ok: false, issues: [expect.stringMatching(issue)] })
  })
})
