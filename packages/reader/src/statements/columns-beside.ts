import { type Period, periodKey, yearOf } from '@finsam/domain'
import type { ColumnRelation } from '../reconcile/column-relations.ts'
import { headerAtoms } from '../tables/header-atoms.ts'
import type { DocumentTraits } from './document-traits.ts'
import type { DraftColumn } from './draft-column.ts'

/**
 * Columns with the time of each variance that names none: that of the two columns it compares, where they have one time. The
 * arithmetic tells which these are, else the two that stand before it. A variance in percent behind the variance itself has its time.
 */
export function withComparedTimes(columns: readonly DraftColumn[], relations: readonly ColumnRelation[]): readonly DraftColumn[] {
  const timed: DraftColumn[] = []
  columns.forEach((column, at) => {
    const period = isBareVariance(column) ? (varianceBefore(timed, column) ?? comparedTime(columns, relations, at)) : undefined
    timed.push(period ? { ...column, period } : column)
  })
  return timed
}

const isBareVariance = ({ scenario, label }: DraftColumn): boolean => scenario === 'variance' && !/\d|hel[åa]r/i.test(label)

/** The time of the variance that stands right before its own percent. */
function varianceBefore(before: readonly DraftColumn[], { measure }: DraftColumn): Period | undefined {
  const last = before.at(-1)
  return measure === 'share' && last?.scenario === 'variance' && last.measure !== 'share' ? (last.period ?? undefined) : undefined
}

/** The one time of the columns that a variance compares. */
function comparedTime(columns: readonly DraftColumn[], relations: readonly ColumnRelation[], at: number): Period | undefined {
  const of = relations.find(relation => relation.column === at && relation.kind === 'difference')?.of ?? [at - 2, at - 1]
  const [a, b] = of.map(other => columns[other])
  if (!a?.period || !b?.period || a.scenario === 'variance' || b.scenario === 'variance') return undefined
  return periodKey(a.period) === periodKey(b.period) ? a.period : undefined
}

/** Measures that say something of the amounts beside them. */
const ofOthers: ReadonlySet<string | undefined> = new Set(['share', 'rate'])

/**
 * Columns with each share that names no time of its own as the share of the amounts beside it: those before it, else those after of the
 * document's year.
 */
export function withSharedTimes(columns: readonly DraftColumn[], { fiscalYear }: DocumentTraits): readonly DraftColumn[] {
  const populated = columns.some(column => column.measure === 'population')
  return columns.map((column, at) => {
    const own = headerAtoms(column.label).some(atom => atom.when !== undefined || atom.scenario !== undefined || atom.months !== undefined)
    if (
      !ofOthers.has(column.measure) ||
      column.scenario === 'variance' ||
      (populated && column.period && 'at' in column.period) ||
      own ||
      column.label === ''
    )
      return column
    const amounts = (found: readonly DraftColumn[]): readonly DraftColumn[] =>
      found.filter(other => !ofOthers.has(other.measure) && other.measure !== 'population' && other.scenario !== 'variance')
    const after = amounts(columns.slice(at + 1))
    const ofYear = after.find(({ period }) => period !== null && yearOf(period) === fiscalYear)
    const beside = amounts(columns.slice(0, at).reverse())[0] ?? ofYear ?? after[0]
    return beside ? { ...column, scenario: beside.scenario, period: beside.period } : column
  })
}

const ofAll = /^(?:totalt?|summa|samtliga|alla|antal|belopp)$/i

/** Columns of one scenario, time and measure told apart by their own words (`Kvinnor`, `Män`); one over all of them keeps the plain amount. */
export function toldApart(columns: readonly DraftColumn[]): readonly DraftColumn[] {
  const keyOf = (column: DraftColumn): string =>
    `${column.scenario} ${column.period ? periodKey(column.period) : ''} ${column.measure === 'amount' ? '' : (column.measure ?? '')}`
  return columns.map(column => {
    const alike = columns.filter(other => keyOf(other) === keyOf(column))
    const words = new Set(alike.map(other => other.label))
    const bare = /\p{L}{2}/u.test(column.label) && headerAtoms(column.label).every(atom => atom.kind === 'word' || atom.kind === 'year')
    if (alike.length < 2 || words.size < alike.length || !bare || ofAll.test(column.label)) return column
    return { ...column, measure: column.label.toLowerCase() }
  })
}
