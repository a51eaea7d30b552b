// A server that behaves as its argument says, for the tests of commands as subjects.
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [, script, behaviour, file = ''] = process.argv
const { CORSAC_POLICY = '', GREETING = '', PORT } = process.env
const path = (request) => request.url ?? '/'

function listen(listener) {
  createServer(listener).listen(Number(PORT), '127.0.0.1')
}

function fail(status, ...lines) {
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exit(status)
}

const behaviours = {
  answers: () =>
    listen((_request, response) => response.end(JSON.stringify({ CORSAC_POLICY, GREETING, cwd: process.cwd() }))),
  breaks: () => fail(1, '\u001b[31mTraceback:\u001b[0m', 'no module named app'),
  declines: () => fail(64, 'CORSAC: not applicable: It has no words for patterns.'),
  misused: () => fail(64, 'usage: server [policy]'),
  mutters: () => fail(1, 'CORSAC: not applicable: It only says so.'),
  silent: () => setInterval(() => undefined, 1000),
  late: () =>
    listen((request, response) => {
      response.statusCode = path(request) === '/health' && process.uptime() > 0.5 ? 200 : 503
      response.end()
    }),
  dies: () =>
    listen((request, response) => {
      if (path(request) === '/') response.end()
      else fail(3, 'out of memory')
    }),
  stubborn() {
    process.on('SIGTERM', () => process.stderr.write('no\n'))
    writeFileSync(file, String(process.pid))
    behaviours.answers()
  },
  polite() {
    process.on('SIGTERM', () => {
      writeFileSync(file, 'ended in order')
      process.exit(0)
    })
    behaviours.answers()
  },
  parent: () => spawn(process.execPath, [script, 'stubborn', file], { stdio: 'inherit' }),
}

behaviours[behaviour]()
