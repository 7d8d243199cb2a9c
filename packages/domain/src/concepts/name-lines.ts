import type { Member } from '../model/association.ts'
import type { Line, Statement } from '../model/reading.ts'
import type { Unit } from '../model/unit.ts'
import { fold } from '../text/fold.ts'
import type { ConceptId } from './concept.ts'
import { findMember, memberKind } from './member-name.ts'
import { isTotalLabel, itemsBelow, type LineMeaning, natureOf, type Sheet } from './sheet.ts'

const heads: ReadonlySet<Unit> = new Set<Unit>(['persons', 'count', 'participants'])

const contributionOf = {
  state: 'contribution-state',
  region: 'contribution-region',
  municipality: 'contribution-municipality',
} as const satisfies Record<Member['kind'], ConceptId>

const moneyFromElsewhere = /(fors|overfor\w*|overforing\w*|overtas?) (over )?(fran)\b|overfort fran|medel som fors over/
function mapIncomeItem(sheet: Sheet, line: Line): LineMeaning | undefined {
  const label = fold(line.label)
  if (moneyFromElsewhere.test(label)) return { concept: 'transferred-in', mapping: 'synonym' }
  const kind = memberKind(line.label)
  if (kind === 'municipalities') return { concept: 'contributions-municipalities', mapping: 'synonym' }
  const other = /projekt|esf|lonebidrag|ersattning/.test(label)
  const member = findMember(line.label, sheet.members) ?? findMember(line.printedLabel, sheet.members)
  if (member && !other) return { concept: contributionOf[member.kind], mapping: 'exact', member: member.id }
  return kind === 'state' && !other ? { concept: 'contribution-state', mapping: 'synonym' } : undefined
}

const fundsOfEarlierYears = /balanser|eget kapital|egna medel|overskott fran|fran tidigare ar|fran foregaende ar/

/** Whether a total adds income and nothing else to a line; one of equity or of a result rolls a balance forward. */
function addsIncomeTo(line: Line, statement: Statement, total: Line): boolean {
  const others = itemsBelow(statement, total).filter(other => other !== line)
  return total.nature === 'cost' && others.length > 0 && others.every(({ nature }) => nature === 'income')
}

/** Whether a line is added to the income: by a total of income, by one that adds income alone beside it, or by the heading it stands under. */
function isAmongIncome({ statement }: Sheet, line: Line): boolean {
  const adding = statement.lines.filter(total => total.sumOf?.some(part => part.line === line.id && part.weight > 0))
  if (adding.length > 0) return adding.some(total => total.nature === 'income' || addsIncomeTo(line, statement, total))
  return (
    line.nature === 'income' ||
    (/^(verksamhetens )?intakt|^finansiering|^medel till/.test(fold(line.section ?? '')) && !isAfterCosts(statement, line))
  )
}

/** A balance brought forward stands among the income; the balance that is left stands below the costs. In a balance sheet it is a part of equity. */
function mapFundsOfEarlierYears(sheet: Sheet, line: Line): LineMeaning | undefined {
  const { kind } = sheet.statement
  const label = fold(line.label)
  if (!fundsOfEarlierYears.test(label) || !['income', 'equity', 'result'].includes(line.nature)) return undefined
  if (kind === 'balance') return /balanser/.test(label) ? { mapping: 'exact' } : undefined
  if (kind === 'equity-rollforward') return undefined
  if (!isTotalLabel(line) && isAmongIncome(sheet, line)) return { concept: 'brought-forward', mapping: 'synonym' }
  if (!/balanser/.test(label) || line.nature === 'income') return undefined
  if (isAfterCosts(sheet.statement, line)) return { concept: 'closing-equity', mapping: 'inferred', note: 'balance-not-result' }
  return { concept: 'opening-equity', mapping: 'inferred' }
}

const atStart = /ingaende|\bib\b|(arets|periodens) (borjan|ingang)|ingangen av|\b1 jan|\b0?1 0?1\b/
const atEnd = /utgaende|\bub\b|(arets|periodens) (slut|utgang)|utgangen av|\b31 dec|\b31 12\b|\b12 31\b/

/** Equity of the first day of a year is the opening one, of the last day the closing one, in whatever words. */
function mapEquityByDay(line: Line): LineMeaning | undefined {
  const label = fold(line.label)
  if (!/eget kapital/.test(label) || !['equity', 'result'].includes(line.nature)) return undefined
  if (atStart.test(label)) return { concept: 'opening-equity', mapping: 'synonym' }
  return atEnd.test(label) ? { concept: 'closing-equity', mapping: 'synonym' } : undefined
}

const isAfterCosts = ({ lines }: Statement, line: Line): boolean =>
  lines.findLastIndex(other => other.nature === 'cost') < lines.indexOf(line)

const countsInhabitants = ({ columns }: Statement): boolean =>
  columns.length > 0 && columns.every(({ measure }) => measure === 'population')

function mapByKind(sheet: Sheet, line: Line): LineMeaning | undefined | 'none' {
  const { kind } = sheet.statement
  const unit = line.unit ?? sheet.statement.unit
  if (line.nature === 'share' || line.nature === 'text' || kind === 'shares' || unit === 'percent') return 'none'
  if (kind === 'volume-targets')
    return unit === 'participants' || unit === 'persons' ? { concept: 'participants', mapping: 'inferred' } : 'none'
  if ((kind === 'distribution-key' || countsInhabitants(sheet.statement)) && heads.has(unit)) {
    const member = findMember(line.label, sheet.members)
    return { concept: 'population', mapping: 'inferred', ...(member ? { member: member.id } : {}) }
  }
  return undefined
}

function mapByName(sheet: Sheet, line: Line): LineMeaning | undefined {
  const special = mapByKind(sheet, line)
  if (special === 'none') return { mapping: 'exact' }
  if (special) return special
  const nature = natureOf(sheet, line)
  if (nature === 'income' && !isTotalLabel(line)) {
    const income = mapIncomeItem(sheet, line)
    if (income) return income
  }
  const earlier = mapFundsOfEarlierYears(sheet, line) ?? mapEquityByDay(line)
  if (earlier) return earlier
  const match = sheet.match(line.label, nature) ?? sheet.match(line.printedLabel, nature)
  return match && { concept: match.id, mapping: match.mapping }
}

/** What each line of a table stands for by its name, where that tells. */
export const nameLines = (sheet: Sheet): void => {
  for (const line of sheet.statement.lines) {
    const meaning = mapByName(sheet, line)
    if (meaning) sheet.meanings.set(line.id, meaning)
  }
}
