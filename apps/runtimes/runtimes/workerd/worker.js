import { env } from 'cloudflare:workers'
import { createExam } from 'exam-handler'

const { answer, isHandshake, withCors } = createExam(env.CORSAC_POLICY)

function handle(request) {
  if (!isHandshake(request)) return answer(request)
  const [client, server] = Object.values(new WebSocketPair())
  server.accept()
  server.addEventListener('message', ({ data }) => server.send(data))
  return new Response(null, { status: 101, webSocket: client })
}

export default { fetch: withCors(handle) }
