/** Header fields in the order in which they are to be written; names are lower-case. */
export type HeaderPairs = readonly (readonly [name: string, value: string])[]
