import { isInstant, isMoney, type LibraryLine, type Quantity, type Query, yearOf } from '@finsam/domain'
import { amountWords, associationWords, pointWords } from '../../answer/wording.ts'
import { isSmallWord } from '../../lexicon/lexicon.ts'
import { fold } from '../../words/fold.ts'
import { tokenize } from '../../words/tokenize.ts'
import { upperFirst } from '../../words/upper-first.ts'
import { answered, type Draft, type DraftFigure } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import { conceptId, run, type Scope } from '../scope.ts'
import { queryOfColumn } from './column-query.ts'
import { inItsPlace, isPlaceWord, placeAsked } from './place-in-order.ts'
import { orderOf } from './rank.ts'

/** What the reader names columns by itself, beside the words that a document prints over them. */
const ownNames: ReadonlySet<string> = new Set('income cost net share population occasions count amount change opening closing'.split(' '))

/** A count in a column that has a name of its own: `Kvinnor`, `Därav nya`, `Avslutade`. */
interface NamedCount {
  readonly line: LibraryLine
  readonly quantity: Quantity
  readonly column: string
}

const countsOf = (scope: Scope): readonly NamedCount[] =>
  scope.associations.flatMap(id =>
    scope.library.linesOf(id).flatMap(line =>
      line.quantities.flatMap(quantity => {
        const { measure, unit } = quantity
        const named = measure !== undefined && !ownNames.has(measure) && !isMoney(unit) && unit !== 'percent'
        return named ? [{ line, quantity, column: measure }] : []
      }),
    ),
  )

const fillers = /^(darav|varav|antal|antalet|summa|totalt)$/

const menOfBothLanguages = /^(män|männen|men|males)$/iu

/** Whether the clause says a column's name: every weighty word of it, in whatever form. Scans print `Män` as the pronoun `man`. */
function says({ frame }: Scope, column: string): boolean {
  const clause = frame.words.slice(frame.clause.from, frame.clause.to)
  if (column === 'participants') return clause.some(({ token }) => /^(deltag|participant)/.test(token.folded))
  if (fold(column) === 'man') return clause.some(({ token }) => menOfBothLanguages.test(token.text.normalize('NFC')))
  const words = tokenize(column).filter(
    ({ kind, folded }) => kind === 'word' && folded.length > 2 && !isSmallWord(folded) && !fillers.test(folded),
  )
  const said = ({ folded, stem }: (typeof words)[number]): boolean =>
    clause.some(({ forms }) => forms.some(form => form.folded === folded || form.stem === stem))
  return words.length > 0 && words.every(said)
}

const inTimeAsked = ({ frame }: Scope, { quantity: { period, scenario } }: NamedCount): boolean =>
  frame.points.every(
    ({ time, scenario: asked }) =>
      (time === undefined || (period !== null && yearOf(period) === time.year)) && (asked === undefined || asked === scenario),
  )

/** The rows that the clause names; without a name, the total of the table. */
function rowsAsked(scope: Scope, counts: readonly NamedCount[]): readonly NamedCount[] {
  const slots = mainTargets(scope.frame).filter(slot => slot.links[0]?.meaning.kind === 'lines')
  if (slots.length === 0) return counts.filter(isTotalRow)
  const keys = new Set(
    slots.flatMap(slot =>
      slot.links.flatMap(({ meaning }) =>
        meaning.kind === 'lines'
          ? meaning.names.filter(({ coverage }) => coverage >= 0.8).flatMap(({ name }) => scope.associations.flatMap(id => name.keysIn(id)))
          : [],
      ),
    ),
  )
  const labels = new Set([...keys].flatMap(key => fold(scope.library.line(key)?.label ?? '')))
  return counts.filter(({ line }) => keys.has(line.key) || labels.has(fold(line.label)))
}

const queryOf = ({ line, quantity }: NamedCount, column?: string): Query => queryOfColumn(line, quantity, column)

const nameOf = (scope: Scope, { line, quantity, column }: NamedCount): string =>
  `${line.label}, ${columnName(column, scope.language)}, ${pointWords({ scenario: quantity.scenario, period: quantity.period }, scope.language)}`

/** Scans lose the dots of `Män`. */
const columnName = (column: string, language: 'sv' | 'en'): string =>
  ({ man: 'män', participants: language === 'sv' ? 'deltagare' : 'participants' })[column] ?? column
const isTotalRow = ({ line }: NamedCount): boolean => line.role === 'total' || /^(summa|totalt?|alla)\b/.test(fold(line.label))

/** `Kvinnor i Bryggan (Norrvik, utfall 2023)` */
function headOf({ library, language }: Scope, count: NamedCount): string {
  const { line, quantity } = count
  const column = columnName(count.column, language)
  const place = isTotalRow(count) ? (language === 'sv' ? 'totalt' : 'in all') : `${language === 'sv' ? 'i' : 'in'} ${line.label}`
  const point = pointWords({ scenario: quantity.scenario, period: quantity.period }, language)
  return `${upperFirst(column)} ${place} (${associationWords(library, line.association)}, ${point})`
}

function figuresOf(scope: Scope, counts: readonly NamedCount[]): readonly DraftFigure[] {
  return counts.flatMap(count => {
    const calculation = run(scope, queryOf(count, count.column))
    return calculation ? [{ calculation, label: nameOf(scope, count) }] : []
  })
}

/** One column of one row as a part of another column of it, or of the row's own amount. */
function shareOf(scope: Scope, counts: readonly NamedCount[]): Draft | undefined {
  const [one, other, ...rest] = counts.toSorted((a, b) => (a.quantity.value ?? 0) - (b.quantity.value ?? 0))
  if (!one || rest.length > 0 || (other && other.line.key !== one.line.key)) return undefined
  const part = run(scope, queryOf(one, one.column))
  const whole = run(scope, queryOf(one, other?.column))
  const calculation = run(scope, { op: 'share', part: queryOf(one, one.column), whole: queryOf(one, other?.column) })
  if (!part || !whole || !calculation || calculation.result.value > 100) return undefined
  const { language } = scope
  const [amount, all, percent] = [part, whole, calculation].map(result => amountWords(result, language))
  const of = other ? `${one.line.label}, ${other.column}` : one.line.label
  const sentence = `${headOf(scope, one)}: ${percent} (${amount} ${language === 'sv' ? 'av' : 'of'} ${all}).`
  const inputs = [
    { calculation: part, label: nameOf(scope, one) },
    { calculation: whole, label: of },
  ]
  return answered('share', sentence, [{ calculation }, ...(hasCue(scope.frame, 'number-of') ? inputs.slice(0, 1) : [])], {
    inputs,
    confidence: 0.85,
  })
}

function rankOf(scope: Scope, counts: readonly NamedCount[]): Draft | undefined {
  const order = orderOf(scope)
  const items = counts.filter(count => !isTotalRow(count))
  if (order === undefined || items.length < 2) return undefined
  const sign = order === 'highest' ? -1 : 1
  const sorted = items.toSorted((one, other) => sign * ((one.quantity.value ?? 0) - (other.quantity.value ?? 0)))
  const figures = figuresOf(scope, sorted)
  if (figures.length !== sorted.length || !run(scope, { op: 'rank', of: sorted.map(one => queryOf(one, one.column)), order }))
    return undefined
  const { language } = scope
  const told = figures.map(({ calculation }, at) => `${sorted[at]?.line.label} ${amountWords(calculation, language)}`)
  const at = placeAsked(scope.frame) - 1
  const superlative = { sv: order === 'highest' ? 'flest' : 'färst', en: order === 'highest' ? 'most' : 'fewest' }[language]
  const head = upperFirst(inItsPlace(superlative, at + 1, language))
  const then = told.slice(at + 1).join('; ')
  const sentence = `${head} ${columnName(sorted[at]?.column ?? '', language)}: ${told[at]}.${then && ` ${language === 'sv' ? 'Därefter' : 'Then'}: ${then}.`}`
  return told[at] === undefined
    ? undefined
    : answered('rank', sentence, figures.slice(at, at + 1), { inputs: figures.filter((_, other) => other !== at), confidence: 0.85 })
}

const takesPart =
  /^(delt\w+|tog|fick|hade|har|finns|fanns|gick|ingick|kom|medverka\w*|omfatta\w*|took|part|had|went|got|were|was|participat\w+)$/

/** The words that name the columns have their place by that. Any other word may narrow whom is meant, and a count of all is no answer to it. */
function placing({ frame }: Scope, counts: readonly NamedCount[], draft: Draft | undefined): Draft | undefined {
  const names = new Set(counts.flatMap(({ column }) => tokenize(column).map(({ stem }) => stem)))
  const placed = frame.words.flatMap(({ token, forms }) => (forms.some(({ stem }) => names.has(stem)) ? [token.stem] : []))
  const open = frame.unplaced.filter(({ stem, text }) => !placed.includes(stem) && !takesPart.test(fold(text)) && !isPlaceWord(fold(text)))
  const others = frame.marks.filter(
    ({ meaning, tokens }) =>
      meaning.kind === 'topic' && meaning.id !== 'person' && !tokens.every(at => placed.includes(frame.words[at]?.token.stem ?? '')),
  )
  return draft && open.length + others.length === 0 ? { ...draft, placed } : undefined
}

const ofCounts: ReadonlySet<string | undefined> = new Set([undefined, 'participants', 'population', 'initiative', 'initiatives'])

/** Whether the clause asks for a count, a share or an extreme of heads, and speaks of nothing else that has an amount: the board, a cost. */
const asksOfHeads = ({ frame }: Scope): boolean =>
  hasCue(frame, 'number-of', 'share', 'highest', 'lowest') && frame.targets.every(slot => ofCounts.has(conceptId(slot)))

const timeOf = ({ quantity: { scenario, period } }: NamedCount): string =>
  `${scenario} ${period ? (isInstant(period) ? period.at : `${period.from} ${period.to}`) : ''}`

/** `Hur många kvinnor deltog?`: counts of columns that are called what the clause says, of the rows that it names or of them all. */
export function namedColumns(scope: Scope): Draft | undefined {
  if (scope.associations.length !== 1 || scope.frame.denominator !== undefined || !asksOfHeads(scope)) return undefined
  const said = countsOf(scope).filter(count => says(scope, count.column) && inTimeAsked(scope, count))
  if (said.length === 0 || new Set(said.map(timeOf)).size !== 1) return undefined
  const ranked = rankOf(scope, said)
  if (ranked) return placing(scope, said, ranked)
  const rows = rowsAsked(scope, said)
  if (rows.length === 0) return undefined
  if (hasCue(scope.frame, 'share')) return placing(scope, rows, shareOf(scope, rows))
  const figures = figuresOf(scope, rows)
  const { language } = scope
  const list = rows.map((row, at) => {
    const calculation = figures[at]?.calculation
    return calculation ? `${headOf(scope, row)}: ${amountWords(calculation, language)}` : ''
  })
  return figures.length === rows.length
    ? placing(scope, rows, answered('volumes', `${list.join('; ')}.`, figures, { confidence: 0.85 }))
    : undefined
}
