import type { Library, Query } from '@finsam/domain'
import { amountWords, associationWords, listWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { cellsOf } from '../cells.ts'
import type { Slot } from '../choose-links.ts'
import { answered, type Draft, type DraftFigure } from '../draft.ts'
import { type KnownFact, sentenceOfFact } from '../facts/fact-index.ts'
import { factLabel, valueWords } from '../facts/fact-words.ts'
import { citationOf } from '../facts/tell-fact.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import { factQuery, hasConcept, run, type Scope } from '../scope.ts'
import { gather } from './look-up.ts'
import { namedColumns } from './named-columns.ts'

const isNumber = ({ value }: KnownFact): boolean =>
  typeof value === 'number' || (typeof value === 'object' && value !== null && !Array.isArray(value))

/** `Deltagare: 19 (8 kvinnor, 11 män)`: 19 are the participants, what stands in the brackets are parts of them. */
const isPart = ({ attribute }: KnownFact): boolean => /[()]|kvinn|\bman\b/.test(fold(attribute))

const isVolume = (fact: KnownFact): boolean =>
  (fact.unit === 'participants' || fact.unit === 'persons') &&
  isNumber(fact) &&
  !isPart(fact) &&
  /deltagar|plats|participants/.test(fold(`${fact.attribute} ${fact.printed}`))

/** What stands right before a fact's number in its sentence: `Bryggan` in `Hamnen 70 deltagare, Bryggan 48 deltagare`. */
const namedBefore = (fact: KnownFact, labels: ReadonlySet<string>): string | undefined => {
  const sentence = sentenceOfFact(fact)
  const at = fact.printed === '' ? -1 : sentence.indexOf(fact.printed)
  const before = at < 0 ? '' : fold(sentence.slice(0, at)).trimEnd()
  return [...labels].find(label => before.endsWith(label))
}

const labelsOf = (library: Library, association: string): ReadonlySet<string> =>
  new Set(library.linesOf(association).flatMap(({ label, nature }) => (nature === 'cost' ? [fold(label)] : [])))

/** `Tio deltagare per termin`: so many at a time, not in all. */
const isRate = (fact: KnownFact): boolean => {
  const sentence = fold(sentenceOfFact(fact))
  const at = sentence.indexOf(fold(fact.printed))
  const after = fact.printed === '' || at < 0 ? '' : sentence.slice(at + fold(fact.printed).length)
  return /^\W*(per|i varje|varje) (termin|kvartal|halvar|manad|vecka|dag|grupp|omgang|kurs|tillfalle|traff|handledare|coach|team)/.test(
    after,
  )
}

/** Where a subject has a number in all, the numbers at a time say nothing more of how many it is for. */
const inAll = (facts: readonly KnownFact[]): readonly KnownFact[] => {
  const whole = new Set(facts.flatMap(fact => (isRate(fact) ? [] : [fact.subject])))
  return facts.filter(fact => !isRate(fact) || !whole.has(fact.subject))
}

/** The numbers of participants that the prose gives for the lines that a part of the question names. */
export const volumesOf = (library: Library, association: string, slot: Slot): readonly KnownFact[] => {
  const asked = new Set(
    slot.links.flatMap(({ meaning }) =>
      meaning.kind === 'lines'
        ? meaning.names.filter(({ name }) => name.associations.includes(association)).map(({ name }) => fold(name.label))
        : [],
    ),
  )
  const all = labelsOf(library, association)
  return inAll(
    library.facts.filter(
      fact => fact.association === association && isVolume(fact) && asked.has(namedBefore(fact, all) ?? fold(fact.subject)),
    ),
  )
}

const bound = (fact: KnownFact, end: 'low' | 'high'): Query => factQuery(fact, typeof fact.value === 'number' ? undefined : end)

/** Heads that are counted: in a table's column of their own name, or in the prose. */
export const volumes = (scope: Scope): Draft | undefined => namedColumns(scope) ?? volumesInProse(scope)

/** Participants of initiatives that have no volume in a table but one in the prose: `25–30 deltagare samtidigt`. */
const volumesInProse = (scope: Scope): Draft | undefined => {
  const { frame, language, library } = scope
  const [association] = scope.associations
  if (!association || scope.associations.length !== 1 || !hasConcept(frame, 'participants') || frame.denominator) return undefined
  const slots = mainTargets(frame).filter(slot => slot.links.some(({ meaning }) => meaning.kind === 'lines'))
  if (slots.length === 0 || gather(scope, cellsOf(scope, slots), 'count').picks.length > 0) return undefined
  const facts = [...new Set(slots.flatMap(slot => volumesOf(library, association, slot)))]
  if (facts.length === 0) return undefined
  const list = listWords(
    facts.map(fact => `${fact.subject} ${valueWords(fact, language)}`),
    language,
  )
  const several = facts.length > 1
  const firstLabel = facts[0] ? factLabel(facts[0]) : ''
  const ends = (['low', 'high'] as const).flatMap((end): readonly DraftFigure[] => {
    const queries = facts.map(fact => bound(fact, end))
    const [only] = queries
    const calculation = several ? run(scope, { op: 'sum', of: queries }) : only && run(scope, only)
    const name = end === 'low' ? (language === 'sv' ? 'lägst' : 'lowest') : language === 'sv' ? 'högst' : 'highest'
    return calculation ? [{ calculation, label: `${several ? associationWords(library, association) : firstLabel}, ${name}` }] : []
  })
  const [low, high] = ends
  if (!low || !high) return undefined
  const same = low.calculation.result.value === high.calculation.result.value
  const range = same
    ? amountWords(low.calculation, language)
    : `${amountWords(low.calculation, language)} ${language === 'sv' ? 'till' : 'to'} ${amountWords(high.calculation, language)}`
  const head =
    several && (hasCue(frame, 'together', 'lowest-and-highest') || frame.counts.length > 0)
      ? `${language === 'sv' ? 'Tillsammans' : 'Together'} ${range}: `
      : `${range}: `
  return answered('volumes', `${head}${list}.`, same ? [low] : ends, {
    facts: facts.map(fact => ({ label: factLabel(fact), value: valueWords(fact, language), sources: [citationOf(fact)] })),
    confidence: 0.8,
  })
}
