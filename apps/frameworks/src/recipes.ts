/** A block of code that a page tells its readers to put into a file of their app. */
export interface RecipeBlock {
  /** The heading that it stands under, as GitHub makes an address of it. */
  readonly section: string
  readonly file: string
  readonly code: string
}

const LINE = /^(?:#+ (?<heading>[^\n]+)|```\w+ file=(?<file>\S+)\n(?<code>.*?\n)```|```.*?^```)$/gms

/** Finds the blocks of a page that are fenced with the name of a file. */
export function findRecipes(page: string): readonly RecipeBlock[] {
  let section = ''
  const blocks: RecipeBlock[] = []
  for (const { groups = {} } of page.matchAll(LINE)) {
    const { code, file, heading } = groups
    if (heading !== undefined) section = slugOf(heading)
    else if (file !== undefined && code !== undefined) blocks.push({ section, file, code })
  }
  return blocks
}

/** The part after `#` in the address of a heading. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')
}
