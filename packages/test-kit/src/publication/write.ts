import { writeFileSync } from 'node:fs'
import { examineMutants } from '../examination/examine-mutants.ts'
import { formatCatches } from '../examination/format-catches.ts'
import { publishedData, serializeData } from './published-data.ts'

// Run by `npm run data`; a test fails where it was forgotten.
for (const [name, members] of Object.entries(publishedData)) {
  writeFileSync(new URL(`../../data/${name}`, import.meta.url), serializeData(members))
}
writeFileSync(new URL('../../MUTANTS.md', import.meta.url), formatCatches(await examineMutants()))
