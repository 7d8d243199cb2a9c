import { sourcesOf } from '../../answer/figures.ts'
import { fold } from '../../words/fold.ts'
import { cellsOf } from '../cells.ts'
import { answered, type Draft } from '../draft.ts'
import { factLabel, valueWords } from '../facts/fact-words.ts'
import { citationOf } from '../facts/tell-fact.ts'
import { topicsOf } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Scope } from '../scope.ts'
import { gather, wantedOf } from './look-up.ts'

const tellsSource = /(siffror|uppgifter|statistik|kalla|scb|source|statistiska)/

/** `Hur gamla är deltagarna?` asks for no year. */
const asksOfPeople =
  /\b(people|persons?|participants?|clients?|young|youth|personer\w*|deltagar\w*|individer\w*|malgrupp\w*|ungdom\w*|klient\w*|de som)\b/

/** `Hur gamla är siffrorna?`: what the document says of where and when its figures were taken. */
export const sourceYear = (scope: Scope): Draft | undefined => {
  if (!topicsOf(scope.frame).includes('source-year') || asksOfPeople.test(fold(scope.text))) return undefined
  const asked = scope.prior
    ? { ...scope, frame: { ...scope.frame, targets: scope.frame.targets.length > 0 ? scope.frame.targets : scope.prior.targets } }
    : scope
  const slots = mainTargets(asked.frame)
  const { picks } = gather(asked, cellsOf(asked, slots), wantedOf(asked))
  const places = picks.flatMap(pick => sourcesOf(pick.calculation))
  const dated = scope.library.facts.filter(
    fact =>
      scope.associations.includes(fact.association) &&
      tellsSource.test(fold(`${fact.attribute} ${fact.subject} ${fact.printed}`)) &&
      /\b(19|20)\d\d\b/.test(`${fact.printed} ${String(fact.value)}`),
  )
  const distance = (line: number): number => Math.min(...places.map(place => Math.abs(place.line - line)), Number.POSITIVE_INFINITY)
  const [nearest] = dated.toSorted((one, other) => distance(one.source.line) - distance(other.source.line))
  if (!nearest) return undefined
  const value = valueWords(nearest, scope.language)
  const sentence =
    scope.language === 'sv' ? `Siffrorna är från ${value}: ”${nearest.context}”` : `The figures are from ${value}: "${nearest.context}"`
  return answered('source-year', sentence, [], {
    facts: [{ label: factLabel(nearest), value, sources: [citationOf(nearest)] }],
    confidence: 0.75,
  })
}
