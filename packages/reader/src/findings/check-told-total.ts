import { type Fact, type Finding, kronorPer, unitSchema } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import { type Amount, lettersOf, placeOf, shown } from './amounts.ts'
import { type Check, type FindingContext, found } from './finding-context.ts'

interface Topic {
  /** How a sentence speaks of it. */
  readonly told: RegExp
  /** Whether a line of a table is it. */
  readonly isLine: (amount: Amount) => boolean
}

const isTotalOf = (nature: 'income' | 'cost', label: RegExp) => (amount: Amount) =>
  amount.line.nature === nature && amount.line.role === 'total' && label.test(lettersOf(amount.line))

const topics: readonly Topic[] = [
  {
    told: /\b(?:arets|periodens|det ekonomiska|redovisade|budgeterade) resultat(?:et)?\b|\bresultatet (?:for (?:aret|perioden|20\d\d) )?(?:ar|blev|var|visar|uppgar|uppgick)\b/,
    isLine: amount => amount.line.nature === 'result',
  },
  {
    told: /\b(?:de totala |summa |forbundets |arets )?intakterna\b[^.]{0,40}\b(?:uppgar|uppgick|ar|var|blev|blir)\b/,
    isLine: isTotalOf('income', /^(?:summa|totala?|arets)?\s*(?:verksamhetens )?intakter$|^summa\b.*intakter$/),
  },
  {
    told: /\b(?:de totala |summa |forbundets |arets )?kostnaderna\b[^.]{0,40}\b(?:uppgar|uppgick|ar|var|blev|blir)\b/,
    isLine: isTotalOf('cost', /^(?:summa|totala?|arets)?\s*(?:verksamhetens )?kostnader$|^summa\b.*kostnader$/),
  },
  {
    told: /\b(?:det egna kapitalet|eget kapital)\b[^.]{0,60}\b(?:uppgar|uppgick|ar|var|blir|blev|beraknas)\b/,
    isLine: amount => amount.line.nature === 'equity',
  },
]

const isAim =
  /\b(?:mal|malet|minst|hogst|bor|maximalt|tak|overstiga|far inte|storre an|lagre an|hogre an|minskat|okat|minskade|okade|forandr\w*|varav|del av)\b/
/** Further apart they are different quantities, not one told wrongly. */
const mostApart = 0.35

const kronorOf = (fact: Fact): number | undefined => {
  const unit = unitSchema.safeParse(fact.unit)
  return typeof fact.value === 'number' && unit.success ? fact.value * (kronorPer(unit.data) ?? Number.NaN) : undefined
}

/** The year that a sentence is about: the only one that it names, else the document's own. */
function yearOf(letters: string, fiscalYear: number | undefined): number | undefined {
  const years = [...new Set(letters.match(/\b20\d\d\b/g) ?? [])].map(Number)
  return years.length === 0 ? fiscalYear : years.length === 1 ? years[0] : undefined
}

const endYear = ({ column }: Amount): number | undefined =>
  column.period === null ? undefined : Number(('at' in column.period ? column.period.at : column.period.to).slice(0, 4))

/** The precision that a sentence prints an amount with, in kronor. */
function stepOf(fact: Fact): number {
  const unit = unitSchema.safeParse(fact.unit)
  const decimals = /\d,(\d+)/.exec(fact.printed)?.[1]?.length ?? 0
  return ((unit.success ? kronorPer(unit.data) : undefined) ?? 1) / 10 ** decimals
}

const agrees = (fact: Fact, kronor: number, amount: Amount): boolean => {
  const gap = Math.abs(Math.abs(amount.kronor ?? 0) - Math.abs(kronor))
  const step = kronorPer(amount.unit) ?? 1
  const loose = fact.qualifier === 'about' || fact.qualifier === 'above' || fact.qualifier === 'below' ? Math.abs(kronor) * 0.07 : 0
  return gap <= (stepOf(fact) + step) / 2 + loose
}

function checkFact(fact: Fact, context: FindingContext): Finding[] {
  const kronor = kronorOf(fact)
  const letters = plain(fact.context)
  if (kronor === undefined || Number.isNaN(kronor) || kronor === 0 || isAim.test(letters)) return []
  const told = topics.filter(topic => topic.told.test(letters))
  const year = yearOf(letters, context.fiscalYear)
  const [topic] = told
  if (!topic || told.length > 1 || year === undefined) return []
  const alone = context.facts.filter(
    other => other.context === fact.context && kronorOf(other) !== undefined && !Number.isNaN(kronorOf(other)),
  )
  const cells = context.amounts.filter(amount => amount.kronor && endYear(amount) === year && topic.isLine(amount))
  if (alone.length !== 1 || cells.length === 0 || context.amounts.some(amount => topic.isLine(amount) && agrees(fact, kronor, amount)))
    return []
  const [nearest] = [...cells].sort((a, b) => apart(kronor, a) - apart(kronor, b))
  if (!nearest || apart(kronor, nearest) > mostApart) return []
  const table = Math.abs(nearest.kronor ?? 0)
  return [
    {
      code: 'text-differs-from-table',
      severity: 'warning',
      parameters: { text: kronor, table, difference: table - Math.abs(kronor), unit: 'kr', label: nearest.line.label, year },
      arithmetic: `${shown(Math.abs(kronor))} ≠ ${shown(table)}`,
      at: fact.source,
      others: [placeOf(nearest.line, context.document)],
    },
  ]
}

const apart = (kronor: number, amount: Amount): number =>
  Math.abs(Math.abs(amount.kronor ?? 0) - Math.abs(kronor)) / Math.max(Math.abs(kronor), Math.abs(amount.kronor ?? 0))

/**
 * Compares what the prose tells of the year's result, total income, total costs and equity with the tables. Only a sentence that tells
 * one of them and one amount is compared; an amount that any column prints for it, or far from all of them, is no contradiction.
 */
export const checkToldTotal: Check = context => found(context.facts.flatMap(fact => checkFact(fact, context)))
