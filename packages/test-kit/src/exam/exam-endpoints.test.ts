import { describe, expect, it } from 'vitest'
import { examEndpoints, examHandledPath, examMissingPath } from './exam-endpoints.ts'

describe('examEndpoints', () => {
  it('has each path once, and leaves the missing one out', () => {
    const paths = examEndpoints.map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).not.toContain(examMissingPath)
  })

  it('counts at one endpoint', () => {
    expect(examEndpoints.filter(({ behaviour }) => behaviour === 'count').map(({ path }) => path)).toEqual([
      examHandledPath,
    ])
  })

  it('answers HEAD wherever it answers GET, and OPTIONS in a way of its own', () => {
    const served = examEndpoints.filter(({ behaviour }) => behaviour !== 'upgrade')
    expect(served.filter(({ methods }) => methods.includes('GET') !== methods.includes('HEAD'))).toEqual([])
    expect(examEndpoints.filter(({ methods }) => methods.includes('OPTIONS'))).toEqual([])
  })

  it('sends no body with a status that has none', () => {
    expect(examEndpoints.filter(({ body, status }) => [101, 204, 304].includes(status) && body.length > 0)).toEqual([])
  })

  it('names headers in lower case', () => {
    const names = examEndpoints.flatMap(({ headers, ownOptions }) => [...headers, ...(ownOptions?.headers ?? [])])
    expect(names.filter(([name]) => name !== name.toLowerCase())).toEqual([])
  })

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(examEndpoints))).toEqual(examEndpoints)
  })
})
