import { formatHtml } from './format-html.ts'
import { formatJson } from './format-json.ts'
import { formatJunit } from './format-junit.ts'
import { formatMarkdown } from './format-markdown.ts'
import { formatTap } from './format-tap.ts'
import { formatTerminal, type TerminalOptions } from './format-terminal.ts'
import type { ConformanceReport } from './report.ts'

/** The formats in which a report can be written. */
export const reportFormats = ['terminal', 'json', 'junit', 'tap', 'markdown', 'html'] as const

/** One of the {@link reportFormats}. */
export type ReportFormat = (typeof reportFormats)[number]

/** Writes a report in a format. */
export function formatReport(report: ConformanceReport, format: ReportFormat, options: TerminalOptions = {}): string {
  switch (format) {
    case 'terminal':
      return formatTerminal(report, options)
    case 'json':
      return formatJson(report)
    case 'junit':
      return formatJunit(report, options)
    case 'tap':
      return formatTap(report, options)
    case 'markdown':
      return formatMarkdown(report, options)
    case 'html':
      return formatHtml(report, options)
  }
}
