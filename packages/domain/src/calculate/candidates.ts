import { periodWords, scenarioWords } from '../explain/words.ts'
import { groupInto } from '../library/group-into.ts'
import type { LibraryLine, Quantity } from '../library/library.ts'
import { isInstant, type Period, periodKey, yearOf } from '../model/period.ts'
import type { Scenario } from '../model/reading.ts'
import { baseUnit, type Unit } from '../model/unit.ts'
import type { Selector } from '../query/target.ts'

/** A quantity with the line it belongs to. */
export interface Candidate {
  readonly line: LibraryLine
  readonly quantity: Quantity
}
/** How a quantity is named in lists of candidates: `Processtödjare, prognos 2022`. */
export const describe = ({ line, quantity }: Candidate): string =>
  `${line.label}, ${scenarioWords(quantity.scenario).sv}${quantity.period ? ` ${periodWords(quantity.period).sv}` : ''}`

/** Of a line that prints several units side by side, the one asked for, else the line's own. */
function ofUnit(candidates: readonly Candidate[], asked: Unit | undefined): readonly Candidate[] {
  if (asked !== undefined) return candidates.filter(({ quantity }) => quantity.unit === baseUnit(asked))
  const units = new Set(candidates.map(({ quantity }) => quantity.unit))
  const own = units.size > 1 ? candidates.filter(({ line, quantity }) => quantity.unit === line.unit) : candidates
  return own.length > 0 ? own : candidates
}

const placeKey = ({ line, quantity }: Candidate): string =>
  `${line.key} ${quantity.scenario} ${quantity.period ? periodKey(quantity.period) : ''}`

/** The columns that hold a line's own amount, the surest first: never the income side of a cost, nor a share printed beside it. */
const ownMeasures = ({ nature }: LibraryLine): readonly string[] => ['amount', 'net', nature === 'income' ? 'income' : 'cost']

const sameTable = (one: Quantity, other: Quantity): boolean =>
  one.printings.some(({ document, statement }) =>
    other.printings.some(beside => beside.statement === statement && beside.document === document),
  )

/** Of one scenario and period: the best column of a table that names its columns, and what tables with a single column print. */
function ownAmounts(group: readonly Candidate[]): readonly Candidate[] {
  const unnamed = group.filter(({ quantity }) => quantity.measure === undefined)
  const ranked = group.flatMap(candidate => {
    const rank = ownMeasures(candidate.line).indexOf(candidate.quantity.measure ?? '')
    return rank < 0 ? [] : [{ candidate, rank }]
  })
  const [best] = ranked.toSorted((one, other) => one.rank - other.rank)
  if (!best) return unnamed
  return [...unnamed.filter(({ quantity }) => !sameTable(quantity, best.candidate.quantity)), best.candidate]
}

/** Without a measure asked for, the amount itself. */
function ofMeasure(candidates: readonly Candidate[], asked: Selector): readonly Candidate[] {
  if (asked.columnMeasure !== undefined) return candidates.filter(({ quantity }) => quantity.measure === asked.columnMeasure)
  if (candidates.every(({ quantity }) => quantity.measure === undefined)) return candidates
  const own = [...Map.groupBy(candidates, placeKey).values()].flatMap(ownAmounts)
  if (own.length > 0) return own
  return asked.unit ? candidates : candidates.filter(({ quantity }) => quantity.measure !== 'share' && quantity.measure !== 'income')
}

const stockNatures: ReadonlySet<string> = new Set(['equity', 'asset', 'liability', 'cash', 'result'])

/** Whether an amount of one period answers for another: a year means a balance's last day; a closing balance of a span stands at its end. */
export function periodAnswers(line: LibraryLine, printed: Period | null, asked: Period): boolean {
  if (printed === null) return false
  if (isInstant(printed)) return printed.at === (isInstant(asked) ? asked.at : asked.to)
  if (!isInstant(asked)) return printed.to === asked.to && printed.from === asked.from
  if (!stockNatures.has(line.nature)) return false
  return line.concept?.id === 'closing-equity' || line.concept?.id === 'equity' || line.concept?.id === 'closing-cash'
    ? printed.to === asked.at
    : false
}

const byYear = new WeakMap<LibraryLine, ReadonlyMap<number, readonly Quantity[]>>()

/** A line's quantities that end in a year; sorted once, since a line may hold decades. */
function quantitiesOf(line: LibraryLine, year: number): readonly Quantity[] {
  let known = byYear.get(line)
  if (!known) {
    known = groupInto(line.quantities, ({ period }) => (period ? yearOf(period) : undefined))
    byYear.set(line, known)
  }
  return known.get(year) ?? []
}

/** The lines' quantities, of a period where one is given. */
export function candidatesOf(lines: readonly LibraryLine[], period?: Period): readonly Candidate[] {
  const candidates: Candidate[] = []
  for (const line of lines)
    for (const quantity of period ? quantitiesOf(line, yearOf(period)) : line.quantities)
      if (!period || periodAnswers(line, quantity.period, period)) candidates.push({ line, quantity })
  return candidates
}

const outsideVariance = (candidates: readonly Candidate[], scenario: Scenario | undefined): readonly Candidate[] =>
  scenario === 'variance' ? candidates : candidates.filter(({ quantity }) => quantity.scenario !== 'variance')

/** Of all that is printed, what a plain question means: the unit and measure, and no variance unless it is asked for. */
export const meant = (candidates: readonly Candidate[], asked: Selector): readonly Candidate[] =>
  outsideVariance(ofMeasure(ofUnit(candidates, asked.unit), asked), asked.scenario)
