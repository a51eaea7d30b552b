import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readInstructionTotal } from './callgrind-profile.ts'
import { COUNT_FROM, COUNT_UNTIL } from './counting-window.ts'

/** What leaves the engine nothing to chance, and nothing to time. */
const NODE_OPTIONS = [
  '--single-threaded',
  '--predictable',
  '--hash-seed=1',
  '--random-seed=1',
  // Interpreted only: when a function is compiled, and how, changes with all that ran before it. With --jitless itself
  // there would be no WebAssembly, without which Node has no Request.
  '--no-opt',
  '--no-maglev',
  '--no-sparkplug',
  '--regexp-interpret-all',
  '--no-lazy-feedback-allocation',
  '--no-flush-bytecode',
  // Memory for all of it, so that nothing is collected meanwhile.
  '--min-semi-space-size=64',
  '--max-semi-space-size=64',
  '--initial-heap-size=2000',
  '--no-incremental-marking',
  '--no-memory-reducer',
]
/** The C library would otherwise choose how to copy and compare by the processor. */
const GLIBC_TUNABLES = `glibc.cpu.hwcaps=${['AVX', 'AVX2', 'AVX512F', 'AVX512VL', 'AVX512BW', 'ERMS', 'FSRM', 'EVEX', 'SSSE3', 'SSE4_1', 'SSE4_2'].map((name) => `-${name}`).join(',')}`

/** What a script under callgrind wrote, and what was counted. */
export interface CallgrindRun {
  readonly output: string
  /** The instructions between the two marks of the script, each time. */
  readonly totals: readonly number[]
}

/** Tells which valgrind is installed; `null` if none is. */
export async function findValgrind(): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('valgrind', ['--version'])
    return stdout.trim().replace(/^valgrind-/, '')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Runs a script of Node under callgrind. */
export async function runCallgrind(script: string, args: readonly string[]): Promise<CallgrindRun> {
  const folder = await mkdtemp(join(tmpdir(), 'corsac-callgrind-'))
  const profile = join(folder, 'profile')
  try {
    const { stdout } = await promisify(execFile)(
      'valgrind',
      [
        '--tool=callgrind',
        `--callgrind-out-file=${profile}`,
        `--zero-before=${COUNT_FROM}`,
        `--dump-before=${COUNT_UNTIL}`,
        process.execPath,
        ...NODE_OPTIONS,
        script,
        ...args,
      ],
      // Without what else is in the environment: options for Node, or for valgrind.
      { env: { PATH: process.env.PATH, GLIBC_TUNABLES }, maxBuffer: 2 ** 26 },
    )
    return { output: stdout, totals: await readTotals(profile) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Each count is in a file of its own, numbered from one. */
async function readTotals(profile: string): Promise<readonly number[]> {
  const totals: number[] = []
  for (;;) {
    const text = await readIfThere(`${profile}.${totals.length + 1}`)
    if (text === null) return totals
    totals.push(readInstructionTotal(text))
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
