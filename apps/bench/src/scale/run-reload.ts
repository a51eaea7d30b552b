// Reloads the policy of a server, in a process of its own: the first definition of a process is the slowest.
import { reloadUnderLoad } from './reload-under-load.ts'
import { corsacListener } from './reload-server.ts'

const [origins = 0, requests = 0, connections = 0, pause = 0] = process.argv.slice(2).map(Number)
const results = await reloadUnderLoad({ origins, requests, connections, pause }, corsacListener)
process.stdout.write(JSON.stringify(results))
