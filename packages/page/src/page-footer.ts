import { html, type Markup } from './markup.ts'

/** What a page says of the run that it shows, in the shape that every measuring command of Corsac writes. */
export interface ShownRun {
  readonly tool: string
  readonly version: string
  /** ISO 8601. */
  readonly date: string
  readonly machine: {
    readonly platform: string
    readonly arch: string
    /** The version of Node, with or without its `v`. */
    readonly node: string
    readonly cpu: string
    readonly cores: number
  }
}

/** The foot of a page: what made it, when and where, and what else is to be known. */
export function pageFooter({ date, machine, tool, version }: ShownRun, remark: Markup | null): Markup {
  const { arch, cores, cpu, node, platform } = machine
  return html`<footer class="page-footer">
    <p>
      ${tool} ${version}, <time datetime="${date}">${date}</time>, Node ${node.replace(/^v/, '')} on ${platform}
      ${arch}, ${cores} × ${cpu}. ${remark}
    </p>
  </footer>`
}
