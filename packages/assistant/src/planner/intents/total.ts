import type { Calculation, Query } from '@finsam/domain'
import { amountWords, associationWords, listWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { besideUnused } from '../beside.ts'
import { cellsOf } from '../cells.ts'
import { defaultNotes } from '../defaults.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Pick } from '../pick-target.ts'
import { firstLeaf, lookup, run, type Scope } from '../scope.ts'
import { askWhich, type Gathered, gather, pickLabel, wantedOf } from './look-up.ts'
import { caution, oneOfEach } from './one-of-each.ts'

/** Whether income would be added to costs, which makes no amount of anything. */
const mixesSides = ({ library }: Scope, picks: readonly Pick[]): boolean => {
  const natures = picks.map(({ calculation }) => library.line(firstLeaf(calculation).quantity?.line ?? '')?.nature)
  return natures.includes('income') && natures.includes('cost')
}

/** Figures of a list added up: unlike units are not, nor income and costs. */
export const sumOf = (scope: Scope, picks: readonly Pick[]): Pick | undefined => {
  const [first] = picks
  if (!first || mixesSides(scope, picks)) return undefined
  if (picks.length === 1) return first
  const query: Query = { op: 'sum', of: picks.map(pick => pick.query) }
  const calculation = run(scope, query)
  return (
    calculation && {
      ...first,
      query,
      calculation,
      certainty: Math.min(...picks.map(pick => pick.certainty)),
      tokens: picks.flatMap(pick => pick.tokens),
    }
  )
}

/** Whether picks that all fit are different lines at the same time, and so can be added, rather than readings of one line. */
const linesOfOnePoint = (picks: readonly Pick[]): boolean => {
  const lines = new Set(picks.map(({ calculation }) => calculation.quantity?.line ?? ''))
  const points = new Set(picks.map(({ calculation }) => `${calculation.scenario} ${JSON.stringify(calculation.period)}`))
  return picks.length > 1 && lines.size === picks.length && points.size === 1
}

const leavesOf = (calculation: Calculation): readonly string[] =>
  calculation.quantity ? [calculation.quantity.id] : calculation.inputs.flatMap(leavesOf)
/** `Skulderna till Västerås stad inklusive SPIRA`: what one of the amounts holds already is not added again. */
const withoutParts = (picks: readonly Pick[]): readonly Pick[] =>
  picks.filter((pick, at) => {
    const own = leavesOf(pick.calculation)
    return picks.every((other, place) => {
      const all = leavesOf(other.calculation)
      const holdsIt = own.every(leaf => all.includes(leaf))
      return place === at || !holdsIt || (all.length === own.length && at < place)
    })
  })

/** What a group adds up: of `kommunernas bidrag` each municipality's own, which an average is taken over. */
const partsOf = (pick: Pick): readonly Pick[] =>
  pick.calculation.operation === 'sum'
    ? pick.calculation.inputs.flatMap(input => {
        const { quantity } = input
        const query = quantity?.period && lookup(pick.association, { line: quantity.line }, quantity.scenario, quantity.period)
        return query ? [{ ...pick, query, calculation: input }] : []
      })
    : [pick]

/** The mean of two subtotals is no mean of what is asked for. */
const addsTotals = ({ library }: Scope, found: readonly Pick[], parts: readonly Pick[]): boolean =>
  found.length === 1 &&
  parts.some(({ calculation: { quantity } }) => quantity !== undefined && library.line(quantity.line)?.role === 'total')

const totalWord = /^(total|totalt|totala|totalen|totalsumma|summa|summan|sum)$/
/** `Total for 2024 and 2025`: a word for the sum that is no part of a name; of `totalt per år` each is meant. */
const saysTotal = ({ frame }: Scope): boolean => {
  const named = new Set(frame.slots.flatMap(slot => slot.tokens))
  return (
    !hasCue(frame, 'each', 'each-year', 'share') &&
    frame.denominator === undefined &&
    frame.words
      .slice(frame.clause.from, frame.clause.to)
      .some(({ token }, at) => totalWord.test(token.folded) && !named.has(frame.clause.from + at))
  )
}

/** `Vad betalar medlemmarna in i alla förbund tillsammans?`: one figure of each association, added up; nothing where one has none. */
const sumOfAll = (scope: Scope, gathered: Gathered): Draft | undefined => {
  const { language, library } = scope
  const { picks, without } = oneOfEach(scope, gathered)
  const all = without.length === 0 && picks.length === scope.associations.length ? sumOf(scope, picks) : undefined
  if (!all) return undefined
  const list = picks
    .map(pick => `${associationWords(library, pick.association)} ${amountWords(pick.calculation, language)} (${pickLabel(scope, pick)})`)
    .join('; ')
  const head = language === 'sv' ? 'Tillsammans' : 'Together'
  return answered('total', `${head} ${amountWords(all.calculation, language)}: ${list}.`, [{ calculation: all.calculation }], {
    notes: [caution[language]],
    confidence: all.certainty,
  })
}

/** `Enter och NOVA tillsammans`, `i snitt per år`, highest and lowest of named figures. */
export const total = (scope: Scope): Draft | undefined => {
  const { frame, language } = scope
  const average = hasCue(frame, 'average')
  const plus = /\S\s\+\s\S/.test(fold(scope.text)) && !/\b(resp|respektive)\b/.test(fold(scope.text))
  const named = mainTargets(frame)
  const slots = [...named, ...besideUnused(scope, named)]
  const cells = cellsOf(scope, slots)
  if (slots.length === 0 || scope.associations.length === 0) return undefined
  if (!average && !hasCue(frame, 'together') && !plus && !saysTotal(scope)) return undefined
  const gathered = gather(scope, cells, wantedOf(scope))
  if (scope.every) return average ? undefined : sumOfAll(scope, gathered)
  if (saysTotal(scope) && cells.length < 2 && !linesOfOnePoint(gathered.open)) return undefined
  const { missing } = gathered
  const rows = linesOfOnePoint(gathered.open)
  const found = [...gathered.picks, ...(rows ? gathered.open : [])]
  const picks = average && found.length === 1 ? found.flatMap(partsOf) : withoutParts(found)
  if (gathered.open.length > 0 && !rows) return askWhich(scope, 'total', gathered.open)
  if (missing.length > 0 || picks.length === 0 || mixesSides(scope, picks)) return undefined
  if (average && (picks.length < 2 || addsTotals(scope, found, picks))) return undefined
  const [first] = picks
  const query: Query | undefined = average
    ? { op: 'average', of: picks.map(pick => pick.query) }
    : picks.length === 1
      ? first?.query
      : { op: 'sum', of: picks.map(pick => pick.query) }
  const calculation = query && run(scope, query)
  if (!calculation) return undefined
  const names = listWords(
    picks.map(pick => pickLabel(scope, pick)),
    language,
  )
  const amount = amountWords(calculation, language)
  const sentence = average
    ? language === 'sv'
      ? `I genomsnitt ${amount} (${names}).`
      : `On average ${amount} (${names}).`
    : language === 'sv'
      ? `Tillsammans ${amount}: ${names}.`
      : `Together ${amount}: ${names}.`
  return answered(average ? 'average' : 'total', sentence, [{ calculation }], {
    notes: defaultNotes(scope, picks),
    confidence: Math.min(...picks.map(pick => pick.certainty)),
  })
}
