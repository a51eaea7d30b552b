import type { CaseResult, ExaminationProgress } from '@corsac/test-kit'
import { caseOutcome, outcomeSigns } from '@corsac/test-kit/reports'

/** A line that says how far an examination is, where there is a terminal to say it on. */
export interface Progress {
  /** Shows the result that is there last. */
  readonly show: (result: CaseResult, progress: ExaminationProgress) => void
  /** Takes the line away. */
  readonly clear: () => void
}

const DEFAULT_COLUMNS = 80

/** Shows the progress on a terminal, in one line of it; nowhere else. */
export function createProgress(stream: Pick<NodeJS.WriteStream, 'columns' | 'isTTY' | 'write'>): Progress {
  const write = (text: string) => {
    // A terminal that does not know its width says 0.
    if (stream.isTTY) stream.write(`\r\u001b[K${text.slice(0, (stream.columns || DEFAULT_COLUMNS) - 1)}`)
  }
  return {
    show(result, { done, total }) {
      write(`${done} of ${total}  ${outcomeSigns[caseOutcome(result, false)].sign} ${result.id}`)
    },
    clear: () => {
      write('')
    },
  }
}
