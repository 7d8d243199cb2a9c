import { type Fact, type Finding, isInstant, kronorPer, unitSchema } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import { type Amount, lettersOf, placeOf, shown } from './amounts.ts'
import { payerOf } from './contributions.ts'
import { type Check, type FindingContext, found } from './finding-context.ts'

const isAim = /\b(?:mal|malet|malsattning|pa sikt|minst|hogst|ska oka|bor|maximalt|tak)\b/
const partOf = /varav|del av|extra|ytterligare|overfor|utokning|\boverskott|\bunderskott|bidrar med|kop|spridning/

/** Percent of a working time or a post is no share of an amount. */
const ofWork = /\btjanst|\bheltid|\barbetstid|sysselsattningsgrad|\bkop(?:s|er|t|te)\b/

/** The words that tell one line from the others; `kostnader`, `summa` and the like do not. */
const common =
  /^(?:summa|kostnad|kostnader|intakt|intakter|verksamhet|verksamhetens|budget|insats|insatser|totalt|totala|resultat|medel|forbund|forbundet|kommun|kommuner|region|delsumma|ovrig|ovriga|utgifter|direkta|samordning|stod)$/
const tellingWords = (amount: Amount): readonly string[] =>
  lettersOf(amount.line)
    .split(/[^a-z]+/)
    .filter(word => word.length >= 5 && !common.test(word))
    .map(word => word.slice(0, Math.max(5, word.length - 2)))

/** True where the sentence names the line: its first telling word, and every one where it has few. */
function names(letters: string, amount: Amount): boolean {
  const words = tellingWords(amount)
  const needed = payerOf(amount.line) === 'state' ? 1 : 2
  return words.length > 0 && words.slice(0, needed).every(word => new RegExp(`\\b${word}`).test(letters))
}

const kronorOf = (fact: Fact): number | undefined => {
  const unit = unitSchema.safeParse(fact.unit)
  return typeof fact.value === 'number' && unit.success ? fact.value * (kronorPer(unit.data) ?? Number.NaN) : undefined
}

/** Half a unit of the last printed digit, in the fact's own unit. */
const slackOf = (fact: Fact): number => 0.5 / 10 ** (/\d,(\d+)/.exec(fact.printed)?.[1]?.length ?? 0)

function differs(fact: Fact, amount: Amount, parameters: Finding['parameters'], arithmetic: string, context: FindingContext): Finding {
  return {
    code: 'text-differs-from-table',
    severity: 'warning',
    parameters,
    arithmetic,
    at: fact.source,
    others: [placeOf(amount.line, context.document)],
  }
}

/** Percentages of the prose beside percent rows of a table that bear the same name. */
function checkPercent(fact: Fact, context: FindingContext): Finding[] {
  const letters = plain(fact.context)
  if (fact.unit !== 'percent' || typeof fact.value !== 'number' || fact.kind !== 'share' || isAim.test(letters)) return []
  if (ofWork.test(letters)) return []
  const { value } = fact
  const rows = context.amounts.filter(amount => amount.unit === 'percent' && names(letters, amount))
  if (rows.length === 0 || rows.some(row => Math.abs(row.amount - value) <= slackOf(fact) + 0.5)) return []
  return rows.slice(0, 1).map(row => {
    const difference = Math.round((row.amount - value) * 100) / 100
    return differs(
      fact,
      row,
      { text: value, table: row.amount, difference, unit: 'percent', label: row.line.label },
      `${shown(value)} % ≠ ${shown(row.amount)} %`,
      context,
    )
  })
}

const yearsOf = (amount: Amount): string =>
  amount.column.period === null
    ? ''
    : isInstant(amount.column.period)
      ? amount.column.period.at.slice(0, 4)
      : amount.column.period.to.slice(0, 4)

const agrees = (fact: Fact, kronor: number, amount: number): boolean => {
  const unit = unitSchema.safeParse(fact.unit)
  const slack = slackOf(fact) * ((unit.success ? kronorPer(unit.data) : undefined) ?? 1)
  const loose = fact.qualifier === 'about' ? Math.abs(kronor) * 0.05 : 0
  const above = fact.qualifier === 'above' ? Math.abs(kronor) * 0.1 : 0
  const gap = Math.abs(amount) - Math.abs(kronor)
  return gap <= slack + loose + above && gap >= -(slack + loose)
}

/** Amounts of the prose that name a line and a year, beside that line in that year's columns. */
function checkAmount(fact: Fact, context: FindingContext): Finding[] {
  const kronor = kronorOf(fact)
  const letters = plain(fact.context)
  if (kronor === undefined || Number.isNaN(kronor) || fact.period === undefined || isAim.test(letters) || partOf.test(letters)) return []
  const year = 'at' in fact.period ? fact.period.at.slice(0, 4) : fact.period.to.slice(0, 4)
  const lines = context.amounts.filter(
    amount => amount.kronor !== undefined && yearsOf(amount) === year && amount.line.role === 'item' && names(letters, amount),
  )
  const [first] = lines
  const siblings = context.facts.filter(each => each.context === fact.context && each.unit !== undefined)
  const told = siblings.some(each => lines.some(amount => agrees(each, kronorOf(each) ?? Number.NaN, amount.kronor ?? 0)))
  if (
    !first ||
    told ||
    new Set(lines.map(amount => amount.line)).size > 1 ||
    (siblings.length > 1 && fact !== siblings.at(-1) && fact.qualifier !== 'to')
  )
    return []
  const table = first.kronor ?? 0
  return [
    differs(
      fact,
      first,
      { text: kronor, table, difference: table - kronor, unit: 'kr', label: first.line.label, year: Number(year) },
      `${shown(kronor)} ≠ ${shown(table)}`,
      context,
    ),
  ]
}

/** Compares numbers of the prose with the table that names the same thing. What a goal or a limit says is not compared. */
export const checkTextAgainstTable: Check = context =>
  found(context.facts.flatMap(fact => [...checkPercent(fact, context), ...checkAmount(fact, context)]))
