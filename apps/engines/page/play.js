// @ts-check
// Plays trials in a page. It is served as it is, to the page itself and to its frames.

/**
 * @typedef {{ url: string, wait: number, uploadListeners: boolean, init: CallInit }} Call One request.
 * @typedef {Omit<RequestInit, 'headers'> & { method: string, headers: [string, string][] }} CallInit
 * @typedef {{ id: string, page: string, calls: Call[] }} PageTrial What a page has to do in a trial.
 */

/** How many trials are played at the same time: more than that wait for connections. */
const SIDE_BY_SIDE = 12

/** How many milliseconds a request may take before nobody waits for it any more. */
const PATIENCE = 30_000

/** @param {number} time */
function sleep(time) {
  return new Promise((resolve) => setTimeout(resolve, time))
}

/** @param {Call} call */
async function makeCall(call) {
  if (call.wait > 0) await sleep(call.wait)
  const start = Date.now()
  try {
    const end = call.uploadListeners ? sendXhr(call) : callFetch(call)
    const giveUp = sleep(PATIENCE).then(() => ({ kind: 'unsettled' }))
    return { start, end: await Promise.race([end, giveUp]) }
  } catch (error) {
    return { start, end: { kind: 'rejected', error: String(error) } }
  }
}

/** @param {Call} call */
async function callFetch({ url, init }) {
  const response = await fetch(url, init)
  const { status, type, redirected } = response
  const headers = Array.from(response.headers.keys())
  await response.arrayBuffer()
  return { kind: 'resolved', status, type, redirected, url: response.url, headers }
}

/** @param {Call} call */
function sendXhr({ url, init: { method, headers, credentials, body } }) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open(method, url)
    xhr.withCredentials = credentials === 'include'
    for (const [name, value] of headers) xhr.setRequestHeader(name, value)
    xhr.upload.onprogress = () => undefined
    xhr.onload = () => {
      const names = xhr
        .getAllResponseHeaders()
        .split('\r\n')
        .flatMap((line) => /^[^:]+/.exec(line) ?? [])
      resolve({ kind: 'resolved', status: xhr.status, url: xhr.responseURL, headers: names })
    }
    xhr.onerror = () => reject(new TypeError('the request failed'))
    xhr.send(typeof body === 'string' ? body : null)
  })
}

/** @param {PageTrial} trial */
async function playTrial({ id, calls }) {
  const results = []
  for (const call of calls) results.push(await makeCall(call))
  return { id, results }
}

/** @param {PageTrial[]} trials */
async function playHere(trials) {
  const waiting = trials.values()
  /** @type {object[]} */
  const reports = []
  const players = Array.from({ length: SIDE_BY_SIDE }, async () => {
    for (const trial of waiting) reports.push(await playTrial(trial))
  })
  await Promise.all(players)
  return reports
}

/**
 * @param {string} name
 * @param {PageTrial[]} trials
 * @returns {Promise<object[]>}
 */
function playInFrame(name, trials) {
  const frame = document.querySelector(`iframe[name="${name}"]`)
  const target = frame instanceof HTMLIFrameElement ? frame.contentWindow : null
  return new Promise((resolve, reject) => {
    if (target === null) return reject(new Error(`there is no frame ${name}`))
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => {
      port1.close()
      resolve(data)
    }
    target.postMessage(trials, '*', [port2])
  })
}

addEventListener('message', async ({ data, ports }) => {
  ports[0]?.postMessage(await playHere(data))
})

/**
 * Plays trials side by side, each in its page, and resolves to what came of them.
 *
 * @param {PageTrial[]} trials
 */
async function playTrials(trials) {
  /** @param {string} name */
  const of = (name) => trials.filter(({ page }) => page === name)
  const reports = await Promise.all([
    playHere(of('app')),
    playInFrame('admin', of('admin')),
    playInFrame('sandbox', of('sandbox')),
  ])
  return reports.flat()
}

Object.assign(globalThis, { playTrials })
