import type { Opened } from './address.ts'

/** The id of the element that opens something. */
export function openerId({ case: caseId, subject, suite }: Opened): string {
  if (caseId !== null) return `open-case-${caseId}`
  return `open-${[subject, suite].filter((part) => part !== null).join('/')}`
}
