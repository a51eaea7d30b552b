// Asks the servers of one framework over HTTP, in a process of its own: what others asked before would be in the way.
import { measureServers } from './measure-servers.ts'
import { startServers } from './servers.ts'
import { type HttpSummary, summarizeRounds } from './summary.ts'

const [name = '', rounds = '', warmUpRounds = '', burst = ''] = process.argv.slice(2)
const servers = await startServers(name)
const measured = await measureServers(servers, {
  rounds: Number(rounds),
  warmUpRounds: Number(warmUpRounds),
  burst: Number(burst),
})
const summaries: readonly HttpSummary[] = measured.map((scenario) => summarizeRounds(servers, scenario))
process.stdout.write(JSON.stringify(summaries))
await servers.stop()
