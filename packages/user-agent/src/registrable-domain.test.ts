import { describe, expect, it } from 'vitest'
import { registrableDomain } from './public-suffix-list.ts'
import { guessRegistrableDomain } from './registrable-domain.ts'

describe('guessRegistrableDomain', () => {
  it.each([
    ['app.example', 'app.example'],
    ['a.b.app.example', 'app.example'],
    ['app.example.', 'app.example.'],
    ['a.app.example.', 'app.example.'],
    ['a.localhost', 'a.localhost'],
    ['localhost', null],
    ['localhost.', null],
    ['127.0.0.1', null],
    ['[2001:db8::1]', null],
    ['', null],
  ])('takes for %j the last two labels: %j', (host, expected) => {
    expect(guessRegistrableDomain(host)).toBe(expected)
  })

  it('knows no suffix of two labels', () => {
    expect(guessRegistrableDomain('a.co.uk')).toBe('co.uk')
  })
})

describe('registrableDomain', () => {
  it.each([
    ['app.example', 'app.example'],
    ['a.b.app.example', 'app.example'],
    ['a.app.example.', 'app.example.'],
    ['a.b.co.uk', 'b.co.uk'],
    ['co.uk', null],
    ['a.b.github.io', 'b.github.io'],
    ['github.io', null],
    ['localhost', null],
    ['a.b.localhost', 'b.localhost'],
    ['127.0.0.1', null],
    ['[2001:db8::1]', null],
    ['a-.example.com', 'example.com'],
  ])('knows that of %j to be %j', (host, expected) => {
    expect(registrableDomain(host)).toBe(expected)
  })
})
