import { createExam } from '../../dist/exam-handler.js'

const hostname = '127.0.0.1'
const port = Number(Deno.env.get('PORT'))
const { answer, isHandshake, withCors } = createExam(Deno.env.get('CORSAC_POLICY'))

function handle(request) {
  if (!isHandshake(request)) return answer(request)
  const { response, socket } = Deno.upgradeWebSocket(request)
  socket.onmessage = ({ data }) => socket.send(data)
  return response
}

Deno.serve({ hostname, port }, withCors(handle))
