import { type Calculation, isInstant, type LibraryLine, type Quantity } from '@finsam/domain'
import { amountWords, associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { cellsOf } from '../cells.ts'
import { bareLabel } from '../column-words.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Pick } from '../pick-target.ts'
import { lookup, run, type Scope } from '../scope.ts'
import { gather, pickLabel } from './look-up.ts'
import { yesNo } from './whether.ts'

/** Concepts that one association has one of at a time, so that two lines of them print the same amount. */
const oneOfAKind: ReadonlySet<string> = new Set([
  'result',
  'equity',
  'total-costs',
  'total-income',
  'contributions',
  'initiatives',
  'initiatives-individual',
  'initiatives-structural',
  'cash',
])

const otherPlace =
  /\b(med|mot|och|with|against|and|i)\s+((det|den|de|the|i)\s+)*(not\s+\d|note\s+\d|noten|resultatrakning\w*|balansrakning\w*|driftredovisning\w*|bilaga\w*|sammanstallning\w*|oversikt\w*|tabell\w*|income statement|balance sheet|appendix|overview|table)/

/** A balance and the end of its roll-forward are one amount, told at an instant and of a year. */
const balances: Readonly<Record<string, string>> = { 'closing-equity': 'equity', 'closing-cash': 'cash' }
const kindOf = (line: LibraryLine): string | undefined => line.concept && (balances[line.concept.id] ?? line.concept.id)
const isBalance = (kind: string | undefined): boolean => kind === 'equity' || kind === 'cash'

const timeOf = ({ period }: Quantity, balance: boolean): string =>
  period === null ? '' : balance ? (isInstant(period) ? period.at : period.to) : JSON.stringify(period)
const sameTime = (one: Quantity, other: Quantity, balance: boolean): boolean =>
  one.scenario === other.scenario && timeOf(one, balance) === timeOf(other, balance) && one.measure === other.measure

/** Amounts of the same thing at the same time, on whatever line they stand. */
const rivalsOf = (scope: Scope, pick: Pick): readonly { readonly line: LibraryLine; readonly quantity: Quantity }[] => {
  const own = pick.calculation.quantity
  const line = own && scope.library.line(own.line)
  if (!own || !line) return []
  const kind = kindOf(line)
  return scope.library.linesOf(pick.association).flatMap(other => {
    const alike =
      other.key === line.key || (kind !== undefined && oneOfAKind.has(kind) && kindOf(other) === kind && other.unit === line.unit)
    return alike
      ? other.quantities
          .filter(quantity => quantity.value !== null && sameTime(quantity, own, isBalance(kind)))
          .map(quantity => ({ line: other, quantity }))
      : []
  })
}

const agree = (one: Quantity, other: Quantity): boolean => one.low <= other.high && other.low <= one.high

/** `Stämmer summan i not 2 med resultaträkningen?`: one amount that is printed at several places. */
export const printedTwice = (scope: Scope): Draft | undefined => {
  const { frame, language } = scope
  if (!hasCue(frame, 'tie', 'hold') || !otherPlace.test(fold(scope.text)) || scope.associations.length !== 1) return undefined
  const [pick, ...others] = gather(scope, cellsOf(scope, mainTargets(frame)), 'money').picks
  const own = pick?.calculation.quantity
  if (!pick || !own || others.length > 0) return undefined
  const rivals = rivalsOf(scope, pick)
  const places = new Set(rivals.flatMap(({ quantity }) => quantity.printings.map(({ source }) => `${source.document} ${source.line}`)))
  if (places.size < 2) return undefined
  const holds = rivals.every(({ quantity }) => agree(quantity, own) && !quantity.conflict)
  const calculations = rivals.flatMap(({ line, quantity }): readonly Calculation[] => {
    const calculation = quantity.period
      ? run(scope, lookup(pick.association, { line: line.key }, quantity.scenario, quantity.period))
      : undefined
    return calculation ? [calculation] : []
  })
  const association = associationWords(scope.library, pick.association)
  const amount = amountWords(pick.calculation, language)
  const several = calculations.map(calculation => `${calculation.label[language]} ${amountWords(calculation, language)}`).join('; ')
  const sentence = holds
    ? language === 'sv'
      ? `${yesNo(true, language)}, ${pickLabel(scope, pick)} (${association}) är ${amount} på alla ${places.size} ställen där beloppet står.`
      : `${yesNo(true, language)}, ${pickLabel(scope, pick)} (${association}) is ${amount} at all ${places.size} places where the amount stands.`
    : language === 'sv'
      ? `${yesNo(false, language)}, ${bareLabel(scope, pick)} (${association}) står med olika belopp: ${several}.`
      : `${yesNo(false, language)}, ${bareLabel(scope, pick)} (${association}) is printed with different amounts: ${several}.`
  const figures = (calculations.length > 0 ? calculations : [pick.calculation]).map(calculation => ({ calculation }))
  return answered('check', sentence, holds ? figures.slice(0, 1) : figures, {
    verdict: { holds, rule: 'printings' },
    inputs: holds ? figures.slice(1) : [],
    confidence: pick.certainty,
  })
}
