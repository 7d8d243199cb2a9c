import type { Library } from '@finsam/domain'

/** One passage found by search. */
export interface FoundPassage {
  readonly document: string
  readonly page?: number
  readonly line: number
  readonly lineTo: number
  readonly heading?: string
  readonly text: string
  readonly score: number
}

/** The lines of one page, 1-based, both ends included. */
export interface PageSpan {
  readonly page: number
  readonly from: number
  readonly to: number
}

/** What tools and planner may use. The store behind it is the indexer's; tests build one from readings alone. */
export interface AssistantContext {
  readonly library: Library
  /** The lines of a document as text, 1-based, both ends included; undefined for an unknown document. */
  readonly sourceLines: (document: string, from: number, to: number) => readonly string[] | undefined
  /** The pages of a document whose text has page marks, in order; left out or empty where there are none. */
  readonly pages?: (document: string) => readonly PageSpan[]
  readonly search: (
    query: string,
    options: { readonly limit: number; readonly association?: string; readonly document?: string },
  ) => Promise<readonly FoundPassage[]>
}
