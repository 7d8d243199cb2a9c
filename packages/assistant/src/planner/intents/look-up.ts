import { type ConceptId, type Quantity, yearOf } from '@finsam/domain'
import { amountWords, associationWords, genitive, listWords, pointWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { columnPlace, isColumnName } from '../asked-columns.ts'
import { besideUnused } from '../beside.ts'
import { type Cell, cellsOf, lineLink, pickCell } from '../cells.ts'
import type { Slot } from '../choose-links.ts'
import { defaultNotes } from '../defaults.ts'
import { answered, asksBack, type Draft, refused } from '../draft.ts'
import { isSpecific } from '../follow-up.ts'
import { cueLinks, hasCue, topicsOf } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Pick, Picked } from '../pick-target.ts'
import { conceptId, firstLeaf, hasConcept, lookup, type Scope } from '../scope.ts'
import type { Wanted } from '../target-choices.ts'
import { speakingLabel } from './speaking-label.ts'

/** Whether the columns that a question names hold money: what was applied for, what was granted. */
const holdsMoney = ({ frame, library, associations }: Scope): boolean =>
  associations.some(id =>
    library
      .linesOf(id)
      .some(line =>
        line.quantities.some(
          ({ measure, unit }) => measure !== undefined && unit === 'kr' && frame.points.some(point => point.measure === measure),
        ),
      ),
  )

/** What kind of figure the question wants of a name that has several. */
export const wantedOf = (scope: Scope): Wanted => {
  if (scope.frame.denominator !== undefined) return 'money'
  if (scope.frame.points.some(({ measure }) => measure !== undefined)) return holdsMoney(scope) ? 'money' : 'count'
  const owes = hasConcept(scope.frame, 'liabilities') || hasConcept(scope.frame, 'current-liabilities')
  if (owes && scope.frame.targets.some(isSpecific)) return 'debt'
  if (hasConcept(scope.frame, 'population')) return 'population'
  if (hasConcept(scope.frame, 'participants')) return 'count'
  if (/\b(hur manga ganger|how many times)\b/.test(fold(scope.text))) return 'money'
  const money = scope.frame.marks.some(({ meaning }) => meaning.kind === 'unit' && ['kr', 'tkr', 'mnkr'].includes(meaning.id))
  return hasCue(scope.frame, 'number-of') && !money && !hasCue(scope.frame, 'share') ? 'count' : 'money'
}

export interface Gathered {
  readonly picks: readonly Pick[]
  readonly open: readonly Pick[]
  readonly missing: readonly { readonly cell: Cell; readonly picked: Extract<Picked, { kind: 'none' }> }[]
}

const sameQuery = (one: Pick, other: Pick): boolean => JSON.stringify(one.query) === JSON.stringify(other.query)

/** Picks every cell; what several figures fit is kept apart, and so is what nothing fits. */
export const gather = (scope: Scope, cells: readonly Cell[], wanted: Wanted): Gathered => {
  const picks: Pick[] = []
  const open: Pick[] = []
  const missing: { readonly cell: Cell; readonly picked: Extract<Picked, { kind: 'none' }> }[] = []
  for (const cell of cells) {
    const picked = pickCell(scope, cell, wanted)
    if (picked.kind === 'one') {
      if (!picks.some(pick => sameQuery(pick, picked.pick))) picks.push(picked.pick)
    } else if (picked.kind === 'several') open.push(...picked.picks.filter(pick => !open.some(other => sameQuery(pick, other))))
    else missing.push({ cell, picked })
  }
  return { picks, open, missing }
}

/** `Samordningsteam Sala, budget 2024` for what a pick is. */
export const pickLabel = (scope: Scope, pick: Pick): string => {
  const { calculation } = pick
  const column = calculation.quantity?.measure
  const plain = speakingLabel(scope, calculation)
  const point = pointWords(calculation, scope.language)
  const label = column === undefined || !isColumnName(column) ? plain : `${plain.replace(`, ${point}`, '')} (${column})`
  return point === '' || label.includes(point) ? label : `${label}, ${point}`
}

export const sentenceFor = (scope: Scope, pick: Pick): string => {
  const association = associationWords(scope.library, pick.association)
  return `${pickLabel(scope, pick)} (${association}): ${amountWords(pick.calculation, scope.language)}.`
}

/** Several figures fit the words: all are shown, and the question goes back. */
export const askWhich = (scope: Scope, intent: string, picks: readonly Pick[]): Draft => {
  const lines = picks.map(
    pick =>
      `${pickLabel(scope, pick)} (${associationWords(scope.library, pick.association)}): ${amountWords(pick.calculation, scope.language)}`,
  )
  const head =
    scope.language === 'sv' ? 'Frågan kan läsas på flera sätt. Vilket menas?' : 'The question can be read in several ways. Which is meant?'
  return asksBack(
    intent,
    `${head} ${lines.join('; ')}.`,
    picks.map(pick => ({ calculation: pick.calculation, label: pickLabel(scope, pick) })),
    {
      choices: picks.map(pick => ({
        label: `${pickLabel(scope, pick)} (${associationWords(scope.library, pick.association)})`,
        question: `${pickLabel(scope, pick)}, ${associationWords(scope.library, pick.association)}?`,
      })),
    },
  )
}

const notPrinted = (scope: Scope, gathered: Gathered): Draft => {
  const [first] = gathered.missing
  const association = associationWords(scope.library, first?.cell.association)
  const near = [...new Set(gathered.missing.flatMap(({ picked }) => picked.nearest))].slice(0, 8)
  const quantities = near.flatMap(id =>
    scope.library
      .linesOf(first?.cell.association ?? '')
      .flatMap(line => line.quantities.filter(quantity => quantity.id === id).map(quantity => ({ line, quantity }))),
  )
  const named = quantities.map(
    ({ line, quantity }) => `${line.label} ${pointWords({ scenario: quantity.scenario, period: quantity.period }, scope.language)}`,
  )
  const names = [...new Set(named)]
  const counted = hasCue(scope.frame, 'number-of') && !hasCue(scope.frame, 'amount')
  const what = counted ? { sv: 'Det antalet', en: 'That number' } : { sv: 'Det beloppet', en: 'That amount' }
  const sentence =
    scope.language === 'sv'
      ? `${what.sv} står inte i ${genitive(association, 'sv')} dokument${names.length > 0 ? `. Närmast finns: ${names.slice(0, 5).join('; ')}` : ''}.`
      : `${what.en} is not in ${genitive(association, 'en')} documents${names.length > 0 ? `. Nearest are: ${names.slice(0, 5).join('; ')}` : ''}.`
  return refused('look-up', 'not-printed', sentence, { nearest: names })
}

const conceptSlot = (id: ConceptId): Slot => ({
  tokens: [],
  value: 1,
  links: [{ tokens: [], score: 0.9, meaning: { kind: 'concept', id } }],
})

/** `Vad är X:s budget?`: nothing but the budget is named, so both sides of it are told. */
export const wholeBudget = (scope: Scope): readonly Slot[] => {
  const { frame } = scope
  const costs = frame.words
    .slice(frame.clause.from, frame.clause.to)
    .some(({ token }) => /^(kostar|kostade|kosta|kostat)$/.test(token.folded))
  if (costs && frame.targets.length === 0 && frame.unplaced.length === 0 && topicsOf(frame).length === 0)
    return [conceptSlot('total-costs')]
  const said = frame.slots.some(({ tokens }) =>
    tokens.some(token => /^(budget|budgeten|budgets|totalbudget|totalbudgeten|omslutning)$/.test(frame.words[token]?.token.folded ?? '')),
  )
  return said && frame.targets.length === 0 && topicsOf(frame).length === 0 ? [conceptSlot('total-costs'), conceptSlot('total-income')] : []
}

/** `Var och en`, `lista`: what a sum adds up, one by one. */
const oneByOne = (scope: Scope, pick: Pick): readonly Pick[] => {
  const { calculation } = pick
  const each = hasCue(scope.frame, 'each', 'list', 'rank')
  if (!each || calculation.operation !== 'sum' || calculation.inputs.some(input => input.quantity === undefined)) return [pick]
  return calculation.inputs.flatMap(input => {
    const { quantity } = input
    if (!quantity?.period) return []
    const query = lookup(pick.association, { line: quantity.line }, quantity.scenario, quantity.period)
    return [{ ...pick, query, calculation: input }]
  })
}

/** What makes a pick the same as another: its printed quantity, or else its query. */
const identityOf = ({ query, calculation }: Pick): string => calculation.quantity?.id ?? JSON.stringify(query)

/** A column asked for of all: the total line of its table. */
export const totalsOfColumn = (scope: Scope): readonly Slot[] | undefined => {
  const { frame, library } = scope
  const measures = new Set(frame.points.flatMap(({ measure }) => measure ?? []))
  const places = new Set(frame.columns.flatMap(({ meaning }) => ('places' in meaning ? [...meaning.places] : [])))
  const [association] = scope.associations
  if (measures.size + places.size === 0 || !association || scope.associations.length !== 1 || mainTargets(frame).some(isSpecific))
    return undefined
  const isIn = ({ measure, printings }: Quantity): boolean =>
    (measure !== undefined && measures.has(measure)) || printings.some(printing => places.has(columnPlace(printing)))
  const lines = library.linesOf(association).filter(line => line.quantities.some(isIn))
  const totals = lines.filter(({ role }) => role === 'total')
  return totals.length === 1 ? totals.map(line => ({ tokens: [], value: 1, links: [lineLink(line)] })) : undefined
}

/** `How much of the income was carried over?`: the whole is named first, and only the part is asked for. */
const withoutWhole = ({ frame }: Scope, slots: readonly Slot[]): readonly Slot[] => {
  const [cue] = cueLinks(frame, 'part-of')
  const [first, ...others] = slots
  const at = cue?.tokens.at(-1)
  const oneThing = new Set(others.map(slot => conceptId(slot) ?? slot.tokens.join(' '))).size === 1
  return at !== undefined && first && oneThing && (first.tokens[0] ?? -1) > at ? others : slots
}

/** A figure, or one for each thing named. */
export const lookUp = (scope: Scope): Draft | undefined => {
  const named = withoutWhole(scope, mainTargets(scope.frame))
  const slots = totalsOfColumn(scope) ?? (named.length > 0 ? [...named, ...besideUnused(scope, named)] : wholeBudget(scope))
  if (slots.length === 0 || scope.associations.length === 0) return undefined
  const gathered = gather(scope, cellsOf(scope, slots), wantedOf(scope))
  const { picks, open, missing } = gathered
  if (missing.length > 0 && !scope.every && !scope.open) return notPrinted(scope, gathered)
  if (open.length > 0 && (picks.length === 0 || !rivalScenarios(open))) return askWhich(scope, 'look-up', [...picks, ...open])
  if (picks.length === 0) return notPrinted(scope, gathered)
  if (scope.open && picks.length > 1) return askWhich(scope, 'look-up', picks)
  const unique = picks.filter((pick, at) => picks.findIndex(other => identityOf(other) === identityOf(pick)) === at)
  const told = inOrder([...unique.flatMap(pick => oneByOne(scope, pick)), ...open])
  const sentence = told.map(pick => sentenceFor(scope, pick)).join(' ')
  return answered(
    'look-up',
    sentence,
    told.map(pick => ({ calculation: pick.calculation, label: pickLabel(scope, pick) })),
    {
      notes: [...defaultNotes(scope, unique), ...(open.length > 0 ? [bothScenarios(scope, open)] : [])],
      confidence: Math.min(...unique.map(pick => pick.certainty)),
    },
  )
}

const lineOf = ({ calculation }: Pick): string => firstLeaf(calculation).quantity?.line ?? ''
const yearIn = ({ calculation }: Pick): number => (calculation.period ? yearOf(calculation.period) : 0)

/** Whether figures that all fit are of one line at one time, and differ by their scenario alone: budget and forecast of a year. */
const rivalScenarios = (open: readonly Pick[]): boolean => {
  const scenarios = new Set(open.map(pick => `${lineOf(pick)} ${yearIn(pick)} ${firstLeaf(pick.calculation).scenario}`))
  const points = new Set(open.map(pick => `${lineOf(pick)} ${yearIn(pick)}`))
  return scenarios.size === open.length && points.size < open.length
}

const bothScenarios = (scope: Scope, open: readonly Pick[]): string => {
  const points = listWords([...new Set(open.map(({ calculation }) => pointWords(calculation, scope.language)))], scope.language)
  return scope.language === 'sv'
    ? `Frågan säger inte vilken siffra som menas för året; dokumenten har ${points}.`
    : `The question does not say which figure of the year is meant; the documents have ${points}.`
}

const decidedFirst = ['plan', 'budget', 'forecast', 'actual']
const stageOf = (pick: Pick): number => decidedFirst.indexOf(firstLeaf(pick.calculation).scenario ?? '')
/** One line over several years reads in the order of time. */
const inOrder = (picks: readonly Pick[]): readonly Pick[] =>
  new Set(picks.map(lineOf)).size === 1
    ? picks.toSorted((one, other) => yearIn(one) - yearIn(other) || stageOf(one) - stageOf(other))
    : picks
