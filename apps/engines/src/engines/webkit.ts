import { setImmediate } from 'node:timers/promises'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver'
import type { PageReport } from '../page-report.ts'
import { type Child, startChild } from './child.ts'
import type { Engine } from './engine.ts'
import { findExecutable, isExecutable, MissingExecutableError } from './find-executable.ts'
import { startVirtualDisplay } from './virtual-display.ts'

/** Starts the small browser that WebKitGTK comes with, which is driven over WebDriver, on a display of its own. */
export async function launchWebKit(pageUrl: string): Promise<Engine> {
  const [command, binary] = [await findExecutable(['WebKitWebDriver'], 'WEBKIT_DRIVER_PATH'), await findMiniBrowser()]
  const display = await startVirtualDisplay()
  const port = await findFreePort()
  const driverProcess = startChild(command, [`--port=${port}`], { DISPLAY: display.name })
  const closeAll = async (): Promise<void> => {
    await driverProcess.end()
    await display.close()
  }
  try {
    const driver = await connect(`http://127.0.0.1:${port}`, binary, driverProcess)
    await driver.manage().setTimeouts({ script: 2 ** 31 - 1 })
    await driver.get(pageUrl)
    const capabilities = await driver.getCapabilities()
    return {
      name: 'webkit',
      version: `WebKitGTK ${String(capabilities.get('browserVersion'))}`,
      play: (trials) =>
        driver.executeAsyncScript<readonly PageReport[]>(
          'const [trials, done] = arguments; playTrials(trials).then(done)',
          trials,
        ),
      close: async () => {
        await driver.quit()
        await closeAll()
      },
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}

async function connect(server: string, binary: string, { ended }: Child): Promise<WebDriver> {
  const hasEnded = ended.then(() => true)
  while (!(await isReady(server))) {
    if (await Promise.race([hasEnded, isNextTurn()]))
      throw new Error('WebKitWebDriver ended before it took connections')
  }
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  })
  return await new Builder().usingServer(server).withCapabilities(capabilities).build()
}

/** Resolves to `false` on the next turn of the event loop. */
async function isNextTurn(): Promise<false> {
  await setImmediate()
  return false
}

async function isReady(server: string): Promise<boolean> {
  try {
    return (await fetch(`${server}/status`)).ok
  } catch {
    return false
  }
}

/** Finds the browser, which Debian installs in a folder named by the interface version of its library. */
async function findMiniBrowser(): Promise<string> {
  const named = process.env.MINIBROWSER_PATH ?? ''
  const candidates = named === '' ? await listMiniBrowsers() : [named]
  for (const path of candidates) if (await isExecutable(path)) return path
  throw new MissingExecutableError('there is no MiniBrowser of WebKitGTK, and MINIBROWSER_PATH names none either')
}

async function listMiniBrowsers(): Promise<readonly string[]> {
  try {
    const { stdout } = await promisify(execFile)('dpkg', ['-S', '*/MiniBrowser'])
    return stdout.split('\n').flatMap((line) => /: (\/.*)$/.exec(line)?.[1] ?? [])
  } catch {
    return []
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('there is no free port')
  return address.port
}
