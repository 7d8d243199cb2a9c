import { type Language, placeWords } from '@finsam/domain'
import type { Draft } from '../planner/draft.ts'
import type { Answer, Citation, Figure } from './answer.ts'
import { figuresOf } from './figures.ts'
import { noteWords } from './notes.ts'
import { plainSource } from './plain-source.ts'

const place = (source: Citation, language: Language): string => `${source.document}, ${placeWords(source, language)}`

const mostPlaces = 6
const placesOf = (figures: readonly Figure[], facts: Answer['facts'], language: Language): string => {
  const sources = [...figures.flatMap(figure => figure.sources), ...facts.flatMap(fact => fact.sources)]
  const unique = [...new Set(sources.map(source => place(source, language)))]
  return unique.length === 0 ? '' : `(${unique.slice(0, mostPlaces).join('; ')}${unique.length > mostPlaces ? ' …' : ''})`
}

const formulasOf = (figures: readonly Figure[], language: Language): string => {
  const formulas = figures
    .filter(
      ({ role, calculation }) => role !== 'input' && calculation && !['rank', 'filter', 'series', 'check'].includes(calculation.operation),
    )
    .flatMap(({ calculation }) => (calculation ? [calculation.formula] : []))
  return formulas.length === 0 || formulas.length > 4 ? '' : `${language === 'sv' ? 'Uträkning' : 'Calculation'}: ${formulas.join('; ')}.`
}

const plainCitation = <C extends Citation>(citation: C): C => ({ ...citation, text: plainSource(citation.text) })

/** A draft in the wire format: figures numbered, sources listed, the text in order of what matters. */
export const compose = (question: string, language: Language, draft: Draft): Answer => {
  const figures = figuresOf({ answers: draft.figures, readings: draft.readings, inputs: draft.inputs ?? [] }, language)
  const facts = (draft.facts ?? []).map(fact => ({ ...fact, sources: fact.sources.map(plainCitation) }))
  const shown = draft.status === 'unanswerable' ? figures : figures.filter(({ role }) => role !== 'input')
  const parts = [draft.sentence, draft.status === 'unanswerable' ? '' : formulasOf(figures, language), placesOf(shown, facts, language)]
  const repairs = noteWords(
    [...draft.figures, ...draft.readings].map(({ calculation }) => calculation),
    language,
  )
  const notes = [...new Set([...draft.notes, ...repairs])]
  return {
    question,
    language,
    status: draft.status,
    text: [...parts, ...notes].filter(Boolean).join(' '),
    figures,
    ...(draft.verdict ? { verdict: draft.verdict } : {}),
    facts,
    ...(draft.choices ? { choices: [...draft.choices] } : {}),
    ...(draft.reason ? { reason: { code: draft.reason.code, nearest: [...draft.reason.nearest] } } : {}),
    notes: [...notes],
    passages: (draft.passages ?? []).map(plainCitation),
  }
}
