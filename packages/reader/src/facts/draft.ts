import type { Fact, Period } from '@finsam/domain'
import type { Sentence } from './sentence.ts'

/** A fact before it has its id and source: what a stretch of one sentence says. */
export interface Draft {
  readonly kind: string
  readonly subject: string
  readonly attribute: string
  readonly value: Fact['value']
  readonly unit?: string
  readonly qualifier?: string
  readonly period?: Period
  /** Offsets in the sentence; the words between them are the printed ones. */
  readonly start: number
  readonly end: number
  /** What the value follows from, where it is not printed. */
  readonly basis?: string
}

/** Everything an extractor may look at besides its sentence. */
export interface FactContext {
  readonly sentences: readonly Sentence[]
  readonly index: number
  readonly associationName: string
  readonly fiscalYear: number | undefined
  readonly title: string
  /** Full member names by their plain short or full form: `koping` → `Köpings kommun`. */
  readonly memberNames: ReadonlyMap<string, string>
  /** What the sentence is about. */
  readonly subject: string
  /** The heading's topic, for what its sentence does not name. */
  readonly topic: string
}

/** Reads facts of one sort out of a sentence. */
export type Extractor = (sentence: Sentence, context: FactContext) => readonly Draft[]

/** The sentence before or after, where it stands in the same block. */
export function neighbour(context: FactContext, step: -1 | 1): Sentence | undefined {
  const own = context.sentences[context.index]
  const other = context.sentences[context.index + step]
  return own && other && own.block === other.block ? other : undefined
}
