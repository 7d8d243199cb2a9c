import type { Mapping, Nature } from '../model/reading.ts'
import { foldWithoutYears } from '../text/fold.ts'
import { editDistance, toleratedEdits } from '../text/nearest.ts'
import type { Concept, ConceptId } from './concept.ts'
import { conceptTable, isWithin } from './concept-table.ts'

/** The concept that a label names, and how surely. */
export interface ConceptMatch {
  readonly id: ConceptId
  readonly mapping: Mapping
}

interface NamedConcept {
  readonly concept: Concept
  readonly mapping: Mapping
}

const byName = new Map<string, NamedConcept[]>()
for (const concept of conceptTable)
  for (const [position, name] of [concept.sv.name, ...concept.sv.synonyms, concept.en.name, ...concept.en.synonyms].entries()) {
    const key = foldWithoutYears(name)
    const known = byName.get(key) ?? []
    if (!known.some(named => named.concept === concept)) known.push({ concept, mapping: position === 0 ? 'exact' : 'synonym' })
    byName.set(key, known)
  }
const byLength = Map.groupBy(byName.keys(), name => name.length)

/** Natures that documents and readers use for one another; a name decides between them. */
const family: Readonly<Record<Nature, string>> = {
  income: 'flow',
  cost: 'flow',
  result: 'result',
  equity: 'result',
  cash: 'asset',
  asset: 'asset',
  liability: 'liability',
  count: 'count',
  share: 'share',
  text: 'text',
}

/** Whether a line of one nature may stand for a concept of another. Income and cost never stand for each other. */
export function naturesAgree(line: Nature, concept: Nature): boolean {
  if (line === concept) return true
  if (family[line] === 'flow' || family[concept] === 'flow') return false
  return family[line] === family[concept] || [line, concept].every(nature => nature === 'liability' || nature === 'equity')
}

/**
 * A scanner's faults stand apart: three of them on the first letters make another word, since Swedish names end alike.
 * `Pensionskostnader` is no `Revisionskostnader`.
 */
function isOtherBeginning(one: string, other: string, edits: number): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one]
  return edits >= 3 && shorter.endsWith(longer.slice(edits + 1))
}

function spellingsNear(name: string): readonly string[] {
  const limit = toleratedEdits(name.length)
  const near: { candidate: string; edits: number }[] = []
  for (let length = name.length - limit; length <= name.length + limit; length++)
    for (const candidate of byLength.get(length) ?? []) {
      const edits = editDistance(name, candidate, limit)
      if (edits <= limit && !isOtherBeginning(name, candidate, edits)) near.push({ candidate, edits })
    }
  return near.sort((one, other) => one.edits - other.edits).map(({ candidate }) => candidate)
}

const leading = /^(summa|delsumma|totalt|totala|total|darav|varav|beraknat|beraknad|ber|prel|netto) /
const counted = / (ca )?\d+( \d+)*( %)?$/
const unitWord = / (i )?(tkr|kkr|kr|sek|mkr|mnkr|mkr)$/

/** A label in the shapes in which it may be a concept's name: as it is, without note numbers, without a leading *Summa*. */
function shapes(label: string): readonly string[] {
  const whole = foldWithoutYears(label).replace(/ %$/, '').replace(unitWord, '')
  const bare = whole.replace(counted, '')
  return [...new Set([whole, bare, bare.replace(leading, '')])].filter(Boolean)
}

const namedExactly = (label: string): Concept | undefined => byName.get(foldWithoutYears(label))?.[0]?.concept

/** `Styrelse och ägarsamråd` is the board: of two costs of management in one line, the one that is known tells. */
function inCompany(label: string): ConceptMatch | undefined {
  const known = label.split(/ (?:och|samt|inkl\.?|and) |[/&,]/i).flatMap(part => namedExactly(part) ?? [])
  const [first] = known
  const one = first && known.every(concept => concept === first) && isWithin(first.id, 'administration')
  return one ? { id: first.id, mapping: 'inferred' } : undefined
}

/**
 * The concept that a label names, of a nature that agrees; OCR faults within `toleratedEdits` make it `inferred`.
 * @example matchConcept('Verksamhetens intikter', 'income') // { id: 'total-income', mapping: 'inferred' }
 */
export function matchConcept(label: string, nature: Nature): ConceptMatch | undefined {
  const agreeing = (name: string): NamedConcept | undefined => byName.get(name)?.find(named => naturesAgree(nature, named.concept.nature))
  for (const [position, shape] of shapes(label).entries()) {
    const named = agreeing(shape)
    if (named) return { id: named.concept.id, mapping: position === 0 ? named.mapping : 'synonym' }
  }
  // A name that is known for something else is no misspelling of this.
  if (shapes(label).some(shape => byName.has(shape))) return undefined
  for (const shape of shapes(label))
    for (const near of spellingsNear(shape)) {
      const named = agreeing(near)
      if (named) return { id: named.concept.id, mapping: 'inferred' }
    }
  return nature === 'cost' ? inCompany(label) : undefined
}
