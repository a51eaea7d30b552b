import { readFile } from 'node:fs/promises'
import { EdgeRuntime, runServer } from 'edge-runtime'

const { CORSAC_POLICY, PORT } = process.env
const bundle = new URL('../../dist/exam-handler.iife.js', import.meta.url)

const initialCode = `
  ${await readFile(bundle, 'utf8')}
  const { answer, withCors } = examHandler.createExam(CORSAC_POLICY)
  const fetchHandler = withCors(answer)
  addEventListener('fetch', (event) => event.respondWith(fetchHandler(event.request)))
`
const runtime = new EdgeRuntime({ extend: (context) => Object.assign(context, { CORSAC_POLICY }), initialCode })
await runServer({ runtime, host: '127.0.0.1', port: Number(PORT) })
