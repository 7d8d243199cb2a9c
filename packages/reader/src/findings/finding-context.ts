import type { Fact, Finding, Statement } from '@finsam/domain'
import type { Sentence } from '../facts/sentence.ts'
import type { TextDocument } from '../text/text-document.ts'
import type { Amount } from './amounts.ts'

/** All that the checks of a document look at. */
export interface FindingContext {
  readonly document: TextDocument
  readonly statements: readonly Statement[]
  readonly amounts: readonly Amount[]
  readonly facts: readonly Fact[]
  readonly sentences: readonly Sentence[]
  readonly fiscalYear: number | undefined
}

/** What a check finds, and the facts that follow from what it compared. */
export interface Checked {
  readonly findings: readonly Finding[]
  readonly facts: readonly Fact[]
}

export type Check = (context: FindingContext) => Checked

export const nothing: Checked = { findings: [], facts: [] }
export const found = (findings: readonly Finding[], facts: readonly Fact[] = []): Checked => ({ findings, facts })
