import { stripVTControlCharacters } from 'node:util'

/** Takes out of a text what would move a terminal's cursor or paint; line feeds stay, and a tab becomes a space. */
export function toPlainText(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[^\n\P{Cc}]/gu, '')
}
