import { styleText } from 'node:util'

/** A way of making a text stand out. */
export type Tone = Parameters<typeof styleText>[0]

/** Makes a text stand out, or leaves it. */
export type Paint = (tone: Tone, text: string) => string

/** Makes a {@link Paint} that writes the colours of terminals, or nothing but the text. */
export function createPaint(color: boolean): Paint {
  // Whether there is a terminal, only the caller can know: the text may be on its way to a file.
  return (tone, text) => (color ? styleText(tone, text, { validateStream: false }) : text)
}
