import { formatAmount, type Value } from '@finsam/domain'
import { listWords } from '../answer/wording.ts'
import { asksBack, type Draft, type DraftFigure } from './draft.ts'
import type { Scope } from './scope.ts'

const openOf = (draft: Draft): DraftFigure | undefined =>
  draft.figures.find(({ calculation }) => (calculation.alternatives?.length ?? 0) > 1)

const written = ({ value, unit }: Value, language: 'sv' | 'en'): string => formatAmount(value, unit, language)

/** A figure that rests on a cell with several possible readings is not chosen among: all of them are given, and the answer asks back. */
export function allReadings({ language }: Scope, draft: Draft): Draft {
  const open = draft.status === 'answered' ? openOf(draft) : undefined
  const values = open?.calculation.alternatives ?? []
  if (!open || values.length === 0) return draft
  const name = open.label ?? open.calculation.label[language]
  const amounts = listWords(
    values.map(value => written(value, language)),
    language,
  )
  const sentence =
    language === 'sv'
      ? `${name}: siffran i dokumentet kan läsas på flera sätt, som ${amounts}.`
      : `${name}: the figure in the document can be read in several ways, as ${amounts}.`
  const readings = values.map((result): DraftFigure => ({ ...open, calculation: { ...open.calculation, result } }))
  return asksBack(draft.intent, sentence, readings, { notes: draft.notes, confidence: draft.confidence })
}
