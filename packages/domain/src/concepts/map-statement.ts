import type { Member } from '../model/association.ts'
import type { Line, Mapping, Nature, Statement } from '../model/reading.ts'
import { isMoney, type Unit } from '../model/unit.ts'
import { fold } from '../text/fold.ts'
import type { ConceptId } from './concept.ts'
import { isWithin } from './concept-table.ts'
import { type ConceptMatch, matchConcept } from './match-name.ts'
import { findMember, memberKind } from './member-name.ts'

/** What a line stands for. `note` is the code of what its own definition does differently. */
export interface LineMeaning {
  readonly concept?: ConceptId
  readonly mapping: Mapping
  readonly note?: string
  readonly member?: string
  /** Nothing told what the line is, so it was taken for what is left. */
  readonly assumed?: boolean
}

const heads: ReadonlySet<Unit> = new Set<Unit>(['persons', 'count', 'participants'])

const contributionOf = {
  state: 'contribution-state',
  region: 'contribution-region',
  municipality: 'contribution-municipality',
} as const satisfies Record<Member['kind'], ConceptId>

const moneyFromElsewhere = /(fors|overfor\w*|overforing\w*|overtas?) (over )?(fran)\b|overfort fran|medel som fors over/
const isTotalLabel = (line: Line): boolean => line.role === 'total' || /^(summa|delsumma|totalt?|tot)\b/.test(fold(line.label))

/** Working state of one statement: what each line is known to stand for so far. */
interface Sheet {
  readonly statement: Statement
  readonly members: readonly Member[]
  readonly match: (label: string, nature: Nature) => ConceptMatch | undefined
  readonly meanings: Map<string, LineMeaning>
}

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

/** Whether a line is added to the income: by a total of income, or by the heading it stands under. */
function isAmongIncome(sheet: Sheet, line: Line): boolean {
  const adding = sheet.statement.lines.filter(total => total.sumOf?.some(part => part.line === line.id && part.weight > 0))
  if (adding.length > 0) return adding.some(({ nature }) => nature === 'income')
  return (
    line.nature === 'income' ||
    (/^(verksamhetens )?intakt|^finansiering|^medel till/.test(fold(line.section ?? '')) && !isAfterCosts(sheet, line))
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
  if (isAfterCosts(sheet, line)) return { concept: 'closing-equity', mapping: 'inferred', note: 'balance-not-result' }
  return { concept: 'opening-equity', mapping: 'inferred' }
}

const isAfterCosts = (sheet: Sheet, line: Line): boolean => {
  const lines = sheet.statement.lines
  return lines.findLastIndex(other => other.nature === 'cost') < lines.indexOf(line)
}

function mapByKind(sheet: Sheet, line: Line): LineMeaning | undefined | 'none' {
  const { kind } = sheet.statement
  const unit = line.unit ?? sheet.statement.unit
  if (line.nature === 'share' || line.nature === 'text' || kind === 'shares' || unit === 'percent') return 'none'
  if (kind === 'volume-targets')
    return unit === 'participants' || unit === 'persons' ? { concept: 'participants', mapping: 'inferred' } : 'none'
  if (kind === 'distribution-key' && heads.has(unit)) {
    const member = findMember(line.label, sheet.members)
    return { concept: 'population', mapping: 'inferred', ...(member ? { member: member.id } : {}) }
  }
  return undefined
}

/** What a line counts is no money, whatever the table around it. */
const natureOf = (sheet: Sheet, line: Line): Nature => (isMoney(line.unit ?? sheet.statement.unit) ? line.nature : 'count')

function mapByName(sheet: Sheet, line: Line): LineMeaning | undefined {
  const special = mapByKind(sheet, line)
  if (special === 'none') return { mapping: 'exact' }
  if (special) return special
  const nature = natureOf(sheet, line)
  if (nature === 'income' && !isTotalLabel(line)) {
    const income = mapIncomeItem(sheet, line)
    if (income) return income
  }
  const earlier = mapFundsOfEarlierYears(sheet, line)
  if (earlier) return earlier
  const match = sheet.match(line.label, nature) ?? sheet.match(line.printedLabel, nature)
  return match && { concept: match.id, mapping: match.mapping }
}

/** The item lines below a total, through its subtotals. */
export function itemsBelow(statement: Statement, total: Line): readonly Line[] {
  const byId = new Map(statement.lines.map(line => [line.id, line]))
  const walk = (line: Line, depth: number): readonly Line[] =>
    line.sumOf && depth < 9
      ? line.sumOf.flatMap(({ line: id }) => {
          const child = byId.get(id)
          return child ? walk(child, depth + 1) : []
        })
      : [line]
  if (total.sumOf) return walk(total, 0)
  return itemsAbove(statement, total)
}

/** Without stated addends: a total right below another one adds all items of its nature above it, any other those since the last total. */
function itemsAbove(statement: Statement, total: Line): readonly Line[] {
  const before = statement.lines
    .slice(0, statement.lines.indexOf(total))
    .filter(({ nature, role }) => nature === total.nature && role !== 'of-which')
  const since = before.slice(before.findLastIndex(({ role }) => role === 'total') + 1)
  return since.length > 0 ? since : before.filter(({ role }) => role === 'item')
}

const generic: ReadonlySet<ConceptId | undefined> = new Set<ConceptId | undefined>(['total-income', 'total-costs', undefined])
const ownFunds: ReadonlySet<ConceptId | undefined> = new Set<ConceptId | undefined>(['brought-forward', 'transferred-in', 'opening-equity'])

function mapIncomeTotal(sheet: Sheet, line: Line): LineMeaning | undefined {
  const concepts = itemsBelow(sheet.statement, line).map(item => sheet.meanings.get(item.id)?.concept)
  if (concepts.length === 0) return undefined
  if (concepts.some(concept => ownFunds.has(concept)))
    return { concept: 'available-funds', mapping: 'inferred', note: 'includes-brought-forward' }
  if (concepts.every(concept => concept && isWithin(concept, 'contributions'))) return { concept: 'contributions', mapping: 'inferred' }
  return { concept: 'total-income', mapping: 'inferred' }
}

/** `Summa verksamhetens kostnader` is everything in one document and administration alone in the next: what it adds up tells. */
function mapCostTotal(sheet: Sheet, line: Line, initiativesKnown: boolean): LineMeaning | undefined {
  const costs = sheet.statement.lines.filter(other => other.nature === 'cost' && other.role === 'item')
  const below = itemsBelow(sheet.statement, line)
  if (below.length === 0) return undefined
  const concepts = below.map(item => sheet.meanings.get(item.id)?.concept)
  const initiatives = concepts.filter(concept => concept && isWithin(concept, 'initiatives')).length
  const everything = costs.every(cost => below.includes(cost))
  if (initiatives === 0 && everything && !initiativesKnown) return { concept: 'total-costs', mapping: 'inferred' }
  if (initiatives === 0) return { concept: 'administration', mapping: 'inferred', note: 'operating-costs-as-administration' }
  if (initiatives === concepts.length && !(everything && below.some(item => sheet.meanings.get(item.id)?.assumed)))
    return { concept: 'initiatives', mapping: 'inferred' }
  return { concept: 'total-costs', mapping: 'inferred' }
}

/** A result from which funds of earlier years were not taken out is the balance that is left, not the year's result. */
function mapResult(sheet: Sheet, line: Line): void {
  const concepts = itemsBelow(sheet.statement, line).map(item => sheet.meanings.get(item.id)?.concept)
  if (
    line.sumOf &&
    concepts.some(concept => ownFunds.has(concept)) &&
    concepts.some(concept => concept && isWithin(concept, 'total-costs'))
  )
    sheet.meanings.set(line.id, { concept: 'closing-equity', mapping: 'inferred', note: 'balance-not-result' })
}

const isGenericTotal = (sheet: Sheet, line: Line): boolean =>
  isTotalLabel(line) && line.role !== 'of-which' && generic.has(sheet.meanings.get(line.id)?.concept)

/** Whether a table has all initiatives in one line or total, so that what stands outside of it is something else. */
const initiativesApart = (sheet: Sheet, line: Line): boolean =>
  sheet.statement.lines.some(
    other =>
      other !== line && sheet.meanings.get(other.id)?.concept === 'initiatives' && !itemsBelow(sheet.statement, other).includes(line),
  )

/** Items take their kind from the total that adds them, else from the heading above them. */
function mapCostItem(sheet: Sheet, line: Line): LineMeaning {
  const parent = sheet.statement.lines.find(
    total => total.sumOf?.some(part => part.line === line.id) && !generic.has(sheet.meanings.get(total.id)?.concept),
  )
  const above = parent && sheet.meanings.get(parent.id)?.concept
  const section = fold(line.section ?? sheet.statement.title)
  if (above && isWithin(above, 'initiatives')) return { concept: 'initiative', mapping: 'inferred' }
  const known = sheet.meanings.get(line.id)
  if (/insats|projekt|aktivitet/.test(section) && !(known?.concept && isWithin('initiatives', known.concept)))
    return known?.concept === 'initiatives' ? known : { concept: 'initiative', mapping: 'inferred' }
  if (known?.concept) return known
  if (above === 'administration' || /\badm|kansli|verksamhetens kostnader|styrelse/.test(section) || initiativesApart(sheet, line))
    return { concept: 'other-administration', mapping: 'inferred' }
  return { concept: 'initiative', mapping: 'inferred', assumed: true }
}

const flowless: ReadonlySet<Statement['kind']> = new Set([
  'volume-targets',
  'shares',
  'distribution-key',
  'balance',
  'cash-flow',
  'equity-rollforward',
])

const nameLines = (sheet: Sheet): void => {
  for (const line of sheet.statement.lines) {
    const meaning = mapByName(sheet, line)
    if (meaning) sheet.meanings.set(line.id, meaning)
  }
}

const sortCosts = (sheet: Sheet): void => {
  for (const line of sheet.statement.lines)
    if (natureOf(sheet, line) === 'cost' && line.role === 'item' && !isTotalLabel(line))
      sheet.meanings.set(line.id, mapCostItem(sheet, line))
}

/** A cost that one table tells nothing of is what another table of the document tells it to be. */
function settleAssumed(sheets: readonly Sheet[]): void {
  const told = new Map<string, LineMeaning>()
  for (const { statement, meanings } of sheets)
    for (const line of statement.lines) {
      const meaning = meanings.get(line.id)
      if (meaning?.concept && !meaning.assumed && line.nature === 'cost') told.set(fold(line.label), meaning)
    }
  for (const { statement, meanings } of sheets)
    for (const line of statement.lines) {
      const known = told.get(fold(line.label))
      if (meanings.get(line.id)?.assumed && known) meanings.set(line.id, { ...known, mapping: 'inferred' })
    }
}

const knowsInitiatives = ({ meanings }: Sheet): boolean =>
  [...meanings.values()].some(({ concept }) => concept !== undefined && isWithin(concept, 'initiatives'))

const readTotals = (sheet: Sheet, initiativesKnown: boolean): void => {
  for (const line of sheet.statement.lines)
    if (isGenericTotal(sheet, line)) {
      const meaning =
        line.nature === 'income'
          ? mapIncomeTotal(sheet, line)
          : line.nature === 'cost'
            ? mapCostTotal(sheet, line, initiativesKnown)
            : undefined
      if (meaning) sheet.meanings.set(line.id, meaning)
    }
  for (const line of sheet.statement.lines) if (line.nature === 'result') mapResult(sheet, line)
}

/**
 * What each line of a document's statements stands for: by its name first, then by what adds it up or what it adds up.
 * Totals whose name says nothing (`Totalt`, `Summa`) are read from their addends.
 *
 * @returns one map a statement, in their order, from line id to meaning
 */
export function mapStatements(
  statements: readonly Statement[],
  members: readonly Member[],
  match: Sheet['match'] = matchConcept,
): readonly ReadonlyMap<string, LineMeaning>[] {
  const sheets = statements.map((statement): Sheet => ({ statement, members, match, meanings: new Map() }))
  for (const sheet of sheets) nameLines(sheet)
  const flows = sheets.filter(({ statement }) => !flowless.has(statement.kind))
  for (const sheet of flows) sortCosts(sheet)
  settleAssumed(flows)
  const initiativesKnown = flows.some(knowsInitiatives)
  for (const sheet of flows) readTotals(sheet, initiativesKnown)
  return sheets.map(({ meanings }) => meanings)
}
