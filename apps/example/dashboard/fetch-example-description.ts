import type { ApiServer, ExampleDescription } from '../src/example-description.ts'
import { isRecord } from '../src/json.ts'

/**
 * Asks the dashboard's own server which servers there are.
 *
 * @throws {Error} If it does not answer, or with something else.
 */
export async function fetchExampleDescription(): Promise<ExampleDescription> {
  const response = await fetch('/servers')
  const description: unknown = await response.json()
  if (!isExampleDescription(description)) throw new Error(`${response.url} answered something else`)
  return description
}

function isExampleDescription(value: unknown): value is ExampleDescription {
  return (
    isRecord(value) &&
    Array.isArray(value.servers) &&
    value.servers.every(isApiServer) &&
    typeof value.strangerOrigin === 'string' &&
    isRecord(value.policy)
  )
}

function isApiServer(value: unknown): value is ApiServer {
  return (
    isRecord(value) &&
    ['id', 'name', 'binding', 'framework', 'origin'].every((property) => typeof value[property] === 'string')
  )
}
