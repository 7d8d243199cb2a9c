import type { ConceptId, MeasureId, Scenario } from '@finsam/domain'
import type { LineName } from './names.ts'

/** A stretch of time as a question names it. */
export interface TimeMention {
  readonly year: number
  /** The half-year (or the part of it that a report covers) rather than the year. */
  readonly half?: boolean
  readonly full?: boolean
  /** The exact day, where one is named. */
  readonly day?: string
  /** The day is the last of a month, and that month alone is meant. */
  readonly month?: boolean
  /** The month that a stretch up to `day` begins with, where that is not January. */
  readonly firstMonth?: number
  /** The start or the end of the year, for balances. */
  readonly edge?: 'opening' | 'closing'
}

export interface Amount {
  readonly value: number
  readonly unit: 'kr' | 'percent' | 'percentage_points' | 'none'
}

/** What a part of a question can stand for. */
export type Meaning =
  | { readonly kind: 'association'; readonly ids: readonly string[]; readonly abbreviated?: boolean }
  | { readonly kind: 'member'; readonly id: string; readonly associations: readonly string[] }
  | { readonly kind: 'municipalities'; readonly association: string }
  | { readonly kind: 'lines'; readonly names: readonly { readonly name: LineName; readonly coverage: number }[] }
  | { readonly kind: 'concept'; readonly id: ConceptId }
  | { readonly kind: 'measure'; readonly id: MeasureId }
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'time'; readonly time: TimeMention }
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'cue'; readonly id: string }
  | { readonly kind: 'topic'; readonly id: string }
  | { readonly kind: 'unit'; readonly id: string }

/** Tokens of a question tied to a meaning. */
export interface Link {
  /** Positions of the tokens that carry the meaning, ascending. */
  readonly tokens: readonly number[]
  readonly meaning: Meaning
  /** 0–1: how surely the tokens mean this. */
  readonly score: number
}
