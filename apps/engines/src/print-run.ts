import pc from 'picocolors'
import { engineQuirks } from '@corsac/user-agent'
import type { EngineRun } from './run-engine.ts'
import { groupDifferences } from './group-differences.ts'

/** Says what came of an engine, and how to play again what differs. */
export function printRun({ examination, name, quirks, seconds, version }: EngineRun, seed: number): void {
  const proven = quirks.filter(({ verdict }) => verdict === 'proven')
  const refuted = quirks.filter(({ verdict }) => verdict === 'refuted')
  console.log(`  ${mark(refuted.length === 0)} ${proven.length} of ${quirks.length} quirks shown`)
  for (const { id, text, verdict } of quirks) {
    if (verdict === 'not-played') console.log(pc.dim(`      – ${id}: not played, ${text}`))
    if (verdict === 'refuted') console.log(pc.red(`      ✕ ${id}: ${text}`))
  }
  for (const text of otherVersions(name, version)) console.log(pc.dim(`      – ${text}`))

  const { differences, exchanges, messages, preflights, readable, unsteady } = examination
  const found = differences.length === 0 ? 'no difference' : `${differences.length} differ`
  const counts = `${format(messages)} messages, ${format(preflights)} of them preflights; ${format(readable)} exchanges readable`
  console.log(`  ${mark(differences.length === 0)} ${format(exchanges)} exchanges in ${seconds.toFixed(0)} s, ${found}`)
  console.log(pc.dim(`      ${counts}${unsteady === 0 ? '' : `; ${unsteady} played again`}`))
  for (const group of groupDifferences(differences)) {
    const [number] = group.numbers
    console.log(
      pc.red(`\n  ✕ ${group.numbers.length === 1 ? 'once' : `${group.numbers.length} times`}, in its simplest form:`),
    )
    console.log(indent(group.trial))
    for (const { where, engine, model } of group.differences) {
      console.log(`      ${where}: ${pc.bold(name)} ${show(engine)}, the model ${show(model)}`)
    }
    console.log(
      `      Replay it with: pnpm test:engines --engine ${name} --seed ${seed} --first ${number} --exchanges 1`,
    )
  }
}

/** A quirk that was seen in another version may have gone; then its demonstration says so. */
function otherVersions(name: string, version: string): readonly string[] {
  const seen = engineQuirks.flatMap(({ engines }) => engines.filter(({ engine }) => engine === name))
  const others = new Set(
    seen.map((one) => one.version).filter((other) => !version.split(' ').at(-1)?.startsWith(other)),
  )
  return [...others].map((other) => `the table was made with version ${other}`)
}

function mark(isGood: boolean): string {
  return isGood ? pc.green('✓') : pc.red('✕')
}

function indent(text: string): string {
  return text.replace(/^/gm, '      ')
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}

function format(count: number): string {
  return count.toLocaleString('en')
}
