/** A query with the places that answer it. */
export interface Wanted {
  readonly kind: string
  /** 1: by the author of the search; 2: written from the documents by a hand that knew the code; 3: by authors who knew nothing of the search. */
  readonly set: number
  readonly query: string
  /** Document and line of each passage that answers. */
  readonly at: readonly (readonly [string, number])[]
  /** Further groups that it is counted in. */
  readonly also?: readonly string[]
}

/** Where a search found something. */
export interface Found {
  readonly document: string
  readonly line: number
  readonly lineTo: number
}

export type Search = (query: string) => Promise<readonly Found[]>
