import type { CaseKind } from '@corsac/test-kit'
import type { ReportFormat } from '@corsac/test-kit/reports'

/** The options of `corsac conformance`, as commander gives them. */
export interface ConformanceOptions {
  readonly command?: string
  readonly subject?: string
  readonly url?: string
  readonly policy?: string
  readonly path: readonly string[]
  readonly host: readonly string[]
  readonly hostile: boolean
  readonly only: readonly string[]
  readonly kind: readonly CaseKind[]
  readonly list: boolean
  readonly timeout: number
  readonly strict: boolean
  readonly reporter: ReportFormat
  readonly output?: string
  readonly json?: string
  readonly color: boolean
}
