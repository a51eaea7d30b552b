/** Splits a text that holds several names, as an environment variable does: commas and white space separate. */
export function splitList(text: string): readonly string[] {
  return text.split(/[\s,]/).filter((element) => element !== '')
}
