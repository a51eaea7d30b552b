import { describe, expect, it } from 'vitest'
import { readInstructionTotal } from './callgrind-profile.ts'

const PROFILE = `# callgrind format
version: 1
creator: callgrind-3.19.0
part: 1
desc: Trigger: --dump-before=uv_uptime
positions: line
events: Ir
summary: 988331

fl=(1)
fn=(1) uv_os_getpriority
0 12
cfn=(2) Builtins_CallFunction
calls=1 0
0 606562
totals: 606574
`

describe('readInstructionTotal', () => {
  it('reads what was counted between the marks, and not the summary', () => {
    expect(readInstructionTotal(PROFILE)).toBe(606_574)
  })

  it('refuses a profile that ends early', () => {
    expect(() => readInstructionTotal(PROFILE.replace(/totals.*\n/, ''))).toThrow('no line of totals')
  })
})
