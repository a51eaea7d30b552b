// The budgets stand in src/size/published-bundles.ts, from which the bench makes its section too.
import { prepareSizeChecks } from './src/size/size-checks.ts'

export default await prepareSizeChecks()
