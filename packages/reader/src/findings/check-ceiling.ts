import type { Fact, Finding } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import { type Amount, fullYear, lettersOf, placeOf, shown } from './amounts.ts'
import { contributionsIn } from './contributions.ts'
import { type Check, type FindingContext, found, nothing } from './finding-context.ts'

/** A ceiling on equity that the document itself states, as a share of the year's contributions. */
function statedCeiling(facts: readonly Fact[]): Fact | undefined {
  return facts.find(fact => {
    const letters = plain(fact.context)
    return (
      fact.unit === 'percent' &&
      typeof fact.value === 'number' &&
      /eget kapital|egna kapitalet/.test(letters) &&
      /\btak\b|hogst|maximalt|overstiga/.test(letters) &&
      /bidrag|intakt|tilldelning|medlemsavgift/.test(letters)
    )
  })
}

interface YearAmount {
  readonly year: number
  readonly scenario: string
  readonly kronor: number
  readonly amount: Amount
}

const isEquity = (amount: Amount): boolean => {
  const letters = lettersOf(amount.line)
  return (
    amount.line.nature === 'equity' &&
    amount.line.role !== 'of-which' &&
    /eget kapital/.test(letters) &&
    !/ingaende|\bib\b|skulder/.test(letters)
  )
}

/** Closing equity of each year and scenario, once. */
function closingEquity(context: FindingContext): readonly YearAmount[] {
  const known = new Map<string, YearAmount>()
  for (const amount of context.amounts) {
    const year = fullYear(amount.column.period)
    if (
      year === undefined ||
      amount.kronor === undefined ||
      !isEquity(amount) ||
      (amount.statement.kind !== 'balance' && !/utgaende/.test(lettersOf(amount.line)))
    )
      continue
    const key = `${year} ${amount.column.scenario}`
    if (!known.has(key)) known.set(key, { year, scenario: amount.column.scenario, kronor: amount.kronor, amount })
  }
  return [...known.values()]
}

function contributionsOf(context: FindingContext): ReadonlyMap<string, number> {
  const known = new Map<string, number>()
  for (const statement of context.statements)
    for (const column of statement.columns) {
      const year = fullYear(column.period)
      const paid = year === undefined ? undefined : contributionsIn(statement, column)
      const factor = context.amounts.find(
        amount => amount.statement === statement && amount.column === column && amount.kronor !== undefined,
      )
      if (paid && factor?.kronor !== undefined && factor.amount !== 0)
        known.set(`${year} ${column.scenario}`, (paid.total * factor.kronor) / factor.amount)
    }
  return known
}

function breach(ceiling: Fact, limit: number, equity: YearAmount, contributions: number, context: FindingContext): Finding[] {
  const share = (100 * equity.kronor) / contributions
  if (share <= limit + 0.05) return []
  const arithmetic = `${shown(equity.kronor)} / ${shown(contributions)} = ${shown(share)} % > ${shown(limit)} %`
  return [
    {
      code: 'equity-above-own-ceiling',
      severity: 'warning',
      parameters: {
        year: equity.year,
        scenario: equity.scenario,
        equity: equity.kronor,
        contributions,
        share: Math.round(share * 10) / 10,
        ceiling: limit,
      },
      arithmetic,
      at: ceiling.source,
      others: [placeOf(equity.amount.line, context.document)],
    },
  ]
}

/** Shares of the contributions that the prose gives equity elsewhere, beyond the ceiling. */
function toldBreaches(ceiling: Fact, limit: number, { facts, fiscalYear }: FindingContext): Finding[] {
  return facts.flatMap((fact): Finding[] => {
    const letters = plain(fact.context)
    const isShare =
      fact.unit === 'percent' &&
      typeof fact.value === 'number' &&
      /eget kapital|egna kapitalet/.test(letters) &&
      /motsvarar|uppgar till|utgor|var /.test(letters) &&
      /av arets (?:erhallna )?bidrag/.test(letters)
    const year = fact.period && 'to' in fact.period ? Number(fact.period.to.slice(0, 4)) : fiscalYear
    if (year === undefined || !isShare || typeof fact.value !== 'number' || fact.context === ceiling.context || fact.value <= limit)
      return []
    return [
      {
        code: 'equity-above-own-ceiling',
        severity: 'warning',
        parameters: { year, share: fact.value, ceiling: limit },
        arithmetic: `${shown(fact.value)} % > ${shown(limit)} %`,
        at: fact.source,
        others: [ceiling.source],
      },
    ]
  })
}

/** The ceiling in money for the document's own year. */
function ceilingInMoney(ceiling: Fact, limit: number, contributions: ReadonlyMap<string, number>, year: number | undefined): Fact[] {
  const base = contributions.get(`${year} budget`) ?? contributions.get(`${year} actual`) ?? contributions.get(`${year} plan`)
  if (base === undefined) return []
  return [
    {
      ...ceiling,
      id: `${ceiling.id}-money`,
      attribute: 'tak i kronor',
      value: (base * limit) / 100,
      unit: 'kr',
      qualifier: 'derived',
      context: `${shown(limit)} % av ${shown(base)} kr (${year}): ${ceiling.context}`,
    },
  ]
}

/**
 * Compares equity at each year's end with the ceiling that the document states for itself.
 *
 * @example  a ceiling of 20 % of contributions, 746 of 3 000 → `equity-above-own-ceiling`, 24,9 %
 */
export const checkCeiling: Check = context => {
  const ceiling = statedCeiling(context.facts)
  if (!ceiling || typeof ceiling.value !== 'number') return nothing
  const limit = ceiling.value
  const contributions = contributionsOf(context)
  const findings: readonly Finding[] = closingEquity(context).flatMap(equity => {
    const paid = contributions.get(`${equity.year} ${equity.scenario}`)
    return paid === undefined ? [] : breach(ceiling, limit, equity, paid, context)
  })
  return found([...findings, ...toldBreaches(ceiling, limit, context)], ceilingInMoney(ceiling, limit, contributions, context.fiscalYear))
}
