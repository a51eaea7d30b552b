import { createUserAgent, type Engine, type Exchange, type Transport } from '@corsac/user-agent'
import { createSocketTransport } from '@corsac/user-agent/node'
import { openConsoleOutput } from '../console-output.ts'
import { exitCodeOfFetches, explainHar, formatExplainedFetches, type HarSelection } from '../har/explain-har.ts'
import { UsageError } from '../usage-error.ts'
import { explainExchange } from './explanation.ts'
import { formatExplanation } from './format-explanation.ts'
import { type PageRequestOptions, readOrigin, readPageRequest } from './page-request-options.ts'
import { probe } from './probe.ts'

/** The options of `corsac explain`, as commander gives them. */
export interface ExplainOptions extends PageRequestOptions, HarSelection {
  readonly origin?: string
  readonly engine: Engine | 'standard'
  readonly probe?: true
  readonly insecure?: true
  readonly timeout: number
  readonly har?: string
  readonly json?: true
  readonly verbose?: true
  readonly color: boolean
}

/** Asks for a URL, prints what a page gets of it, and resolves to the exit code. */
export async function explainUrl(url: string | undefined, options: ExplainOptions): Promise<number> {
  if (url === undefined) throw new UsageError('there is no URL to ask for, and no --har file to look into')
  const page = { origin: readOrigin(options.origin) }
  const request = readPageRequest(url, options)
  const transport = createSocketTransport({
    timeout: options.timeout,
    tls: { rejectUnauthorized: options.insecure !== true },
  })
  const exchange = await createUserAgent({ transport, ...engineOption(options) }).fetch(page, request)
  const probed = await probeIfAsked(exchange, transport, options)
  const explanation = explainExchange(exchange, {
    probed,
    suppositions: options.insecure
      ? ['No certificate was checked, because of --insecure; a browser does check them.']
      : [],
  })
  const output = openConsoleOutput(options.color)
  output.write(
    options.json
      ? toJson({ ...exchange, explanation })
      : formatExplanation(exchange, explanation, {
          ...output,
          engine: engineOption(options).engine ?? null,
          verbose: options.verbose === true,
        }),
  )
  return explanation.exitCode
}

/** Prints what pages got of the requests in a HAR file, and resolves to the exit code. */
export async function explainFile(file: string, url: string | undefined, options: ExplainOptions): Promise<number> {
  if (url !== undefined) {
    throw new UsageError(`"${url}" is not asked for with --har; to pick it from the file, write --url`)
  }
  const fetches = await explainHar(file, options, {
    credentials: options.credentials === true,
    ...engineOption(options),
  })
  const output = openConsoleOutput(options.color)
  const { engine = null } = engineOption(options)
  output.write(
    options.json
      ? toJson(
          fetches.map(({ entries, exchange, explanation, number }) => ({ number, entries, ...exchange, explanation })),
        )
      : formatExplainedFetches(fetches, file, { ...output, engine, verbose: options.verbose === true }),
  )
  return exitCodeOfFetches(fetches)
}

async function probeIfAsked(
  exchange: Exchange,
  transport: Transport,
  options: ExplainOptions,
): Promise<Exchange | null> {
  // Where no response came there is nothing to compare with.
  return options.probe === true && exchange.messages.at(-1)?.response != null ? probe(exchange, transport) : null
}

function engineOption({ engine }: ExplainOptions): { readonly engine?: Engine } {
  return engine === 'standard' ? {} : { engine }
}

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2)
}
