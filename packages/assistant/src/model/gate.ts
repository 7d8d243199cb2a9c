import type { Library, LibraryLine, Scenario } from '@finsam/domain'
import { overlaps, sharesWord, signFits, standsFor } from './figure-role.ts'
import type { GateFigure } from './gate-figure.ts'
import { bindMentions, escapeForPattern, findScenarios, findSenses, foldInPlace, type Mention, NameFinder, type Sense } from './mention.ts'
import { findNumbers, type NumberInText, plainSpacing } from './number-in-text.ts'
import words from './role-words.json' with { type: 'json' }

/** A number that a slot wrote: its place in the text and the figure that it is. */
export interface FilledSlot {
  readonly start: number
  readonly end: number
  readonly figure: string
}

export interface Refusal {
  readonly number: string
  readonly why: 'no-such-figure' | 'other-role' | 'other-sign' | 'denied' | 'unknown-date'
}

export interface GatedSentence {
  readonly text: string
  readonly refusals: readonly Refusal[]
}

export interface GateInput {
  readonly text: string
  readonly slots: readonly FilledSlot[]
  readonly figures: readonly GateFigure[]
  /** Dates and numbers that the engine gave as facts, as text. */
  readonly facts: readonly string[]
  readonly question: string
  readonly language: 'sv' | 'en'
  readonly library: Library
}

interface Context {
  readonly input: GateInput
  readonly names: NameFinder<string>
  readonly associations: NameFinder<string>
  readonly granted: readonly NumberInText[]
}

/** What a sentence says of itself, or takes over from the one before. */
interface Roles {
  name: Mention<string> | undefined
  association: Mention<string> | undefined
  year: Mention<number> | undefined
  scenario: Mention<Scenario> | undefined
}

function sensesAround(number: NumberInText, numbers: readonly NumberInText[], senses: readonly Mention<Sense>[]): Sense[] {
  const index = numbers.indexOf(number)
  const amounts = (list: readonly NumberInText[]): NumberInText[] =>
    list.filter(other => other.kind === 'amount' || other.kind === 'word' || other.kind === 'fraction')
  const from = amounts(numbers.slice(0, index)).at(-1)?.end ?? 0
  const to = amounts(numbers.slice(index + 1))[0]?.start ?? Number.POSITIVE_INFINITY
  return senses.filter(sense => sense.start >= from && sense.end <= to).flatMap(sense => sense.keys)
}

const citationWord = new RegExp(`(?:^|[^\\p{L}])(?:${words.citation.map(escapeForPattern).join('|')})\\s*(?:nr )?$`, 'u')

const citesSource = (text: string, number: NumberInText, figures: readonly GateFigure[]): boolean | undefined => {
  const before = foldInPlace(text.slice(Math.max(0, number.start - 14), number.start))
  if (!citationWord.test(before)) return undefined
  return figures.some(figure => figure.sources.some(source => source.line === number.value || source.page === number.value))
}

function checkYear(number: NumberInText, context: Context): boolean {
  const { figures, question, facts } = context.input
  return (
    figures.some(figure => figure.years.includes(number.value) || (figure.unit === 'year' && figure.value === number.value)) ||
    [question, ...facts].some(text => text.includes(String(number.value)))
  )
}

function checkNumber(
  text: string,
  number: NumberInText,
  roles: Roles,
  senses: readonly Sense[],
  context: Context,
  slot?: FilledSlot,
): Refusal | undefined {
  const refuse = (why: Refusal['why']): Refusal => ({ number: text.slice(number.start, number.end), why })
  const { figures, facts } = context.input
  if (number.kind === 'date')
    return [context.input.question, ...facts].some(
      fact => number.date !== undefined && (fact.includes(number.date) || fact.includes(text.slice(number.start, number.end))),
    )
      ? undefined
      : refuse('unknown-date')
  if (number.kind === 'year') return checkYear(number, context) ? undefined : refuse('no-such-figure')
  const cited = citesSource(text, number, figures)
  if (cited !== undefined) return cited ? undefined : refuse('no-such-figure')
  const pool = slot ? figures.filter(figure => figure.id === slot.figure) : figures
  const equal = pool.filter(figure => standsFor(number, figure))
  const inRole = equal.filter(
    figure =>
      (roles.name ? overlaps(roles.name, figure.names.map(foldInPlace)) : sharesWord(figure, `${text} ${context.input.question}`)) &&
      overlaps(roles.association, figure.associations) &&
      overlaps(roles.year, figure.years) &&
      overlaps(roles.scenario, figure.scenarios),
  )
  const signed = inRole.filter(figure => signFits(number, senses, figure))
  if (signed.length > 0) return senses.includes('negation') ? refuse('denied') : undefined
  if (inRole.length > 0) return refuse('other-sign')
  if (!slot && equal.length === 0 && context.granted.some(other => other.value === number.value && other.unit === number.unit))
    return undefined
  return refuse(equal.length > 0 ? 'other-role' : 'no-such-figure')
}

function checkSentence(text: string, slots: readonly FilledSlot[], carried: Roles, context: Context): GatedSentence {
  const plain = plainSpacing(text)
  const numbers = findNumbers(plain, context.input.language)
  const amounts = numbers.filter(number => number.kind !== 'year' && number.kind !== 'date')
  const yearMentions = numbers
    .filter(number => number.kind === 'year')
    .map(number => ({ start: number.start, end: number.end, keys: [number.value] }))
  const names = context.names.find(plain)
  const associations = context.associations
    .find(plain)
    .filter(mention => !names.some(name => mention.start >= name.start && mention.end <= name.end))
  const scenarios = findScenarios(plain)
  const own = {
    name: bindMentions(amounts, names),
    association: bindMentions(amounts, associations),
    year: bindMentions(amounts, yearMentions),
    scenario: bindMentions(amounts, scenarios),
  }
  const senses = findSenses(plain)
  const refusals: Refusal[] = []
  for (const number of numbers) {
    const index = amounts.indexOf(number)
    if (index >= 0) {
      carried.name = own.name[index] ?? carried.name
      carried.association = own.association[index] ?? carried.association
      carried.year = own.year[index] ?? carried.year
      carried.scenario = own.scenario[index] ?? carried.scenario
    }
    const slot = slots.find(filled => filled.start <= number.start && number.start < filled.end)
    const refusal = checkNumber(plain, number, { ...carried }, sensesAround(number, amounts, senses), context, slot)
    if (refusal) refusals.push(refusal)
  }
  carried.name = names.at(-1) ?? carried.name
  carried.association = associations.at(-1) ?? carried.association
  return { text, refusals }
}

/** Lines that the figures' associations print: naming one of them beside a number claims that the number is its amount. */
const linesInTalk = ({ figures, library }: GateInput): readonly LibraryLine[] =>
  [...new Set(figures.flatMap(figure => figure.associations))].flatMap(id => library.linesOf(id))

/** Splits where a sentence or line ends; a point inside a number or abbreviation ends nothing. */
export function sentencesOf(text: string): { start: number; text: string }[] {
  const parts: { start: number; text: string }[] = []
  let start = 0
  for (const match of text.matchAll(/(?<=[^\d\s.][.!?])\s+(?=[\p{Lu}\d{*"”-])|(?<=\d[.!?])\s+(?=\p{Lu})|\n+/gu)) {
    parts.push({ start, text: text.slice(start, match.index + match[0].length) })
    start = match.index + match[0].length
  }
  if (start < text.length) parts.push({ start, text: text.slice(start) })
  return parts
}

/**
 * Reads every number of a model's text and lets it through only where it is a computed figure in its own role (line, association, year, scenario, unit, sign)
 * or a number of the question. Sentence by sentence; what a sentence does not say again is carried over from the one before.
 */
export function gateText(input: GateInput): GatedSentence[] {
  const names = input.figures.flatMap(figure => figure.names)
  const context: Context = {
    input,
    names: new NameFinder([...names, ...linesInTalk(input).map(line => line.label)].map(name => [name, foldInPlace(name)] as const)),
    associations: new NameFinder(
      input.library.associations.flatMap(association =>
        [association.name, association.shortName, ...association.aliases].map(name => [name, association.id] as const),
      ),
    ),
    granted: findNumbers(input.question, input.language),
  }
  const carried: Roles = { name: undefined, association: undefined, year: undefined, scenario: undefined }
  return sentencesOf(input.text).map(({ start, text }) => {
    const slots = input.slots
      .filter(slot => slot.start >= start && slot.start < start + text.length)
      .map(slot => ({ ...slot, start: slot.start - start, end: slot.end - start }))
    return checkSentence(text, slots, carried, context)
  })
}
