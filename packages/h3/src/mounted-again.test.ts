import { describe, expect, it } from 'vitest'
import { cors } from './cors.ts'
import {
  config,
  createApp,
  fieldsOf,
  get,
  preflight,
  serveOnNode,
  serveOnWeb,
  SHARED,
  warnings,
} from './exchange.testing.ts'

describe('cors on h3, mounted twice', () => {
  it('applies the outermost policy, and warns once', async () => {
    const warned = warnings()
    const outer = cors(config)
    const app = createApp()
      .use(outer)
      .use(outer)
      .use(cors({ allowOrigins: '*', allowMethods: ['DELETE'] }))
      .get('/', () => 'x')
    for (const serve of [serveOnNode, serveOnWeb]) {
      const url = await serve(app)
      const response = await get(url)
      expect(fieldsOf(response, 'vary')).toEqual(expect.arrayContaining([...SHARED, ['vary', 'Origin']]))
      expect(fieldsOf(response)).toHaveLength(SHARED.length)
      expect(new Map((await preflight(url)).headers).get('access-control-allow-methods')).toBe('PUT')
    }
    expect(await warned()).toEqual([expect.stringContaining('mounted twice')])
  })

  it('applies that of the outer application to what is mounted below it', async () => {
    const inner = createApp()
      .use(cors())
      .get('/', () => 'x')
    const app = createApp()
      .use(cors(config))
      .mount('/inner', (request: Request) => inner.fetch(request))
    for (const serve of [serveOnNode, serveOnWeb])
      expect(fieldsOf(await get(await serve(app), '/inner'))).toEqual(SHARED)
  })
})
