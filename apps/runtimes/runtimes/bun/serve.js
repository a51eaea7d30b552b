import { createExam } from '../../dist/exam-handler.js'

const hostname = '127.0.0.1'
const port = Number(process.env.PORT)
const { answer, isHandshake, withCors } = createExam(process.env.CORSAC_POLICY)
const websocket = { message: (socket, data) => socket.send(data) }

function handle(request, server) {
  // Bun has answered the handshake itself then, and sends nothing of this response.
  if (isHandshake(request) && server.upgrade(request)) return new Response(null, { status: 101 })
  return answer(request)
}

Bun.serve({ hostname, port, websocket, fetch: withCors(handle) })
