import { weakestStatus } from '../calculate/trust.ts'
import { locales } from '../explain/words.ts'
import type { Language } from '../model/language.ts'
import type { CellStatus, Column, DocumentReading, Line, Statement } from '../model/reading.ts'

/** A printed total beside the rows that it sums, in one column. Amounts are in the unit of the line. */
export interface Addition {
  readonly statement: Statement
  readonly column: Column
  readonly total: Line
  readonly amount: number
  readonly addends: readonly { readonly line: Line; readonly weight: number; readonly amount: number }[]
}

function additionOf(statement: Statement, total: Line, column: Column): Addition | undefined {
  const amount = total.values[column.id]?.amount
  if (!total.sumOf || amount === null || amount === undefined) return undefined
  const addends: { line: Line; weight: number; amount: number }[] = []
  for (const { line: id, weight } of total.sumOf) {
    const line = statement.lines.find(one => one.id === id)
    const addend = line?.values[column.id]?.amount
    if (!line || addend === null || addend === undefined) return undefined
    addends.push({ line, weight, amount: addend })
  }
  return { statement, column, total, amount, addends }
}

/** Every printed total of a document whose rows can all be read, column by column. */
export const additionsOf = ({ statements }: DocumentReading): readonly Addition[] =>
  statements.flatMap(statement =>
    statement.lines.flatMap(total => statement.columns.flatMap(column => additionOf(statement, total, column) ?? [])),
  )

/** The step in which a total is printed: 1 where it is printed whole. */
export const stepOf = ({ total, column }: Addition): number => total.values[column.id]?.step ?? 1

/**
 * How far a sum of rounded addends may be from its rounded total: half a step each at the very most,
 * and three standard deviations of as many independent roundings in all likelihood.
 */
export function roundingBounds(terms: number, step: number): { readonly most: number; readonly likely: number } {
  const most = (terms * step) / 2
  return { most, likely: Math.min(most, Math.max(step, 3 * step * Math.sqrt(terms / 12))) }
}

/** How the least sure cell of an addition was read; one that is `ambiguous` proves nothing. */
export const additionStatus = ({ total, addends, column }: Addition): CellStatus =>
  weakestStatus([total, ...addends.map(({ line }) => line)].map(line => line.values[column.id]?.status ?? 'printed'))

/** What the rows of an addition come to. */
export const sumOf = ({ addends }: Addition): number => addends.reduce((known, { amount, weight }) => known + weight * amount, 0)

/** Rounding is told apart from an error only beyond this: floating sums of decimals differ in the last bits. */
const noise = 1e-9

/** `likely` within rounding as it commonly falls, `possible` only where all roundings fall the same way, `beyond` what rounding can explain. */
export type RoundingVerdict = 'likely' | 'possible' | 'beyond'

/** Whether rounding explains the difference between the rows and their total. */
export function roundingVerdict(addition: Addition): RoundingVerdict {
  const off = Math.abs(sumOf(addition) - addition.amount)
  const { most, likely } = roundingBounds(addition.addends.length + 1, stepOf(addition))
  return off <= likely + noise ? 'likely' : off <= most + noise ? 'possible' : 'beyond'
}

/** An amount as it stands in a formula: grouped as the language does, at most three decimals. */
const written = (amount: number, language: Language): string =>
  (Math.round(amount * 1_000) / 1_000).toLocaleString(locales[language], { maximumFractionDigits: 3 }).replace('-', '−')

/**
 * The addition with its numbers, then `≈` and the printed total where rounding explains the difference, `≠` where it does not.
 *
 * @example additionText(addition, 'sv') // '591 + 250 = 841 ≠ 850'
 */
export function additionText(addition: Addition, language: Language): string {
  const number = (value: number): string => written(value, language)
  const { addends, amount } = addition
  const sum = sumOf(addition)
  const terms = addends.map(({ amount: addend, weight }, index) => {
    const signed = weight * addend
    return index === 0 ? number(signed) : signed < 0 ? `− ${number(-signed)}` : `+ ${number(signed)}`
  })
  const told = `${terms.join(' ')} = ${number(sum)}`
  if (roundingVerdict(addition) !== 'likely') return `${told} ≠ ${number(amount)}`
  return sum === amount ? told : `${told} ≈ ${number(amount)}`
}
