import { kronorPer, type Unit } from '@finsam/domain'
import type { Sheet } from '../reconcile/sheet.ts'
import { distance, fold } from '../tables/fold.ts'
import type { RawTable } from '../tables/raw-table.ts'
import type { DeclaredUnit } from './declared-unit.ts'
import { speaksOfEquity, wordClasses } from './label-words.ts'
import { type FoundUnit, type ProseAmount, unitOfText } from './units.ts'

/** A table whose readings are chosen, and the unit it prints, if any. */
export interface UnitTask {
  readonly table: RawTable
  readonly sheet: Sheet
  readonly printed: FoundUnit | undefined
}

interface Amount {
  /** As printed, without its sign. */
  readonly value: number
  readonly step: number
  /** Folded label of its row. */
  readonly label: string
  readonly line: number
}

interface KnownAmount {
  readonly kronor: number
  readonly stepKronor: number
  readonly label: string
  readonly where: string
}

interface Weighed {
  readonly unit: Unit
  readonly score: number
  /** What the document itself shows for it, size left out. */
  readonly evidence: number
  readonly because: string
}

/** What the rest of a document says of the units of a table that prints none. */
export interface UnitGrounds {
  readonly prose: readonly ProseAmount[]
  readonly declared: DeclaredUnit | undefined
}

const guess = 'a guess'
/** Whether nothing but the size of the amounts told a unit. */
export const isGuess = (unitFrom: string): boolean => unitFrom.startsWith(guess)

const candidates: readonly Unit[] = ['kr', 'tkr', 'mnkr']
const factorOf = (unit: Unit): number => kronorPer(unit) ?? 1

/** Evidence (in nats) that outweighs what sizes alone would say. */
const telling = 2
/** Sizes so far from any other unit's leave no doubt. */
const certain = 5
const declaredNats = 4
/** Tables with a total are statements and notes, which share their unit more often than lists do. */
const neighbourNats = 2.5
const besideListNats = 1
const twinNats = 5

/**
 * The unit of each table. One that prints none takes it from what shows it: amounts that another table or a sentence prints in a
 * known unit, a sentence that gives the unit of all amounts, the unit of the table before it, each against what such a unit would
 * make of its size. The table with the clearest evidence is settled first, and then helps the others. `from` says what decided;
 * where nothing but size did, it says that it is a guess.
 */
export function settleUnits(tasks: readonly UnitTask[], grounds: UnitGrounds): readonly FoundUnit[] {
  const settled = new Map<number, FoundUnit>()
  const amounts = tasks.map(task => amountsOf(task))
  tasks.forEach((task, index) => {
    if (task.printed) settled.set(index, task.printed)
    else if (amounts[index]?.length === 0 || countsThings(task, amounts[index] ?? [], grounds)) settled.set(index, { unit: 'count' })
  })
  while (settled.size < tasks.length) {
    const known = knownAmounts(amounts, settled, grounds.prose)
    const open = amounts.flatMap((own, index) =>
      settled.has(index) ? [] : [weigh(own, index, known, { before: neighbourOf(tasks, index, settled), grounds })],
    )
    const clearest = open.reduce((best, other) => (other.margin > best.margin ? other : best))
    settled.set(clearest.index, clearest.found)
  }
  return tasks.map((_, index) => settled.get(index) ?? { unit: 'count' })
}

/** No statement in thousands of kronor is made of amounts as small as these alone. */
const mostCounted = 100

/**
 * Whether a table holds points, weeks or numbers of persons and no money: small whole numbers under headings that do not speak of
 * money, and few labels that do, in a document that declares no unit.
 */
function countsThings({ table, sheet }: UnitTask, own: readonly Amount[], { declared }: UnitGrounds): boolean {
  if (own.some(amount => amount.value >= 1_000 || !Number.isInteger(amount.value))) return false
  const captions = [
    ...table.headers.map(header => header.line.text),
    ...table.titles.slice(0, 2).map(title => title.text),
    table.rows[0]?.section ?? '',
  ]
  const labels = table.rows.filter(row => speaksOfMoney(row.label)).length
  const told = table.headers.some(header => header.atoms.some(atom => atom.scenario !== undefined))
  const measures = table.headers.flatMap(header => header.atoms.map(atom => atom.measure ?? (atom.kind === 'unit' ? 'amount' : undefined)))
  const counting = measures.some(measure => measure === 'count' || measure === 'participants')
  if (counting && !measures.some(measure => measure === 'cost' || measure === 'income' || measure === 'amount')) return true
  if (captions.some(speaksOfMoney) || labels * 2 >= table.rows.length) return false
  const counted = table.rows.filter(row => wordClasses(row.label).has('counted')).length
  if (captions.some(text => wordClasses(text).has('counted')) || counted * 2 >= table.rows.length) return true
  const small = own.every(amount => amount.value < mostCounted)
  return small && !declared && !told && sheet.equations.length === 0
}

const moneyClasses = ['income', 'cost', 'result', 'asset', 'liability', 'cash', 'broughtForward'] as const
const speaksOfMoney = (text: string): boolean => {
  // What is done for participants is a cost where amounts are; the word alone is not money.
  const words = wordClasses(text.replace(/\p{L}*insats\p{L}*/giu, ''))
  return (
    speaksOfEquity(text) ||
    unitOfText(text) !== undefined ||
    moneyClasses.some(name => words.has(name)) ||
    /budget|ekonomi|belopp/i.test(text)
  )
}

/** A column whose largest amount is so many times smaller than the table's measures something else: occasions, participants. */
const otherMeasure = 100

function amountsOf({ table, sheet }: UnitTask): readonly Amount[] {
  const cellsOf = (index: number) => sheet.grid.rows[index]?.readings[sheet.choice[index] ?? 0]?.cells ?? []
  const largest = Array.from({ length: sheet.grid.columns }, (_, column) =>
    sheet.grid.rows.reduce((most, row, index) => (row.role.apart ? most : Math.max(most, Math.abs(cellsOf(index)[column]?.base ?? 0))), 0),
  )
  const money = largest.map(most => most * otherMeasure > Math.max(...largest))
  return sheet.grid.rows.flatMap((row, index) => {
    if (row.role.apart) return []
    const label = subjectOf(table, table.rows[index]?.label ?? '')
    const line = table.rows[index]?.draft.line ?? 0
    const cells = cellsOf(index).filter((_, column) => money[column])
    return cells.flatMap(cell => (cell.base ? [{ value: Math.abs(cell.base), step: cell.step, label, line }] : []))
  })
}

/** What a row is about, folded: its label, or the title of the table for a bare `Summa`. */
function subjectOf(table: RawTable, label: string): string {
  if (!/^(?:(?:del)?summa|totalt?)?\W*$/i.test(label)) return fold(label)
  const title = table.headers.map(header => header.line.text).find(text => /\p{L}{5}/u.test(text)) ?? table.titles[0]?.text ?? ''
  return fold(title.replace(/^\W*not(?:er)?\b|\d+/gi, ''))
}

function knownAmounts(
  amounts: readonly (readonly Amount[])[],
  settled: ReadonlyMap<number, FoundUnit>,
  prose: readonly ProseAmount[],
): readonly KnownAmount[] {
  const tabled = amounts.flatMap((own, index) => {
    const factor = kronorPer(settled.get(index)?.unit ?? 'count')
    if (factor === undefined) return []
    return own.map(({ value, step, label, line }) => ({
      kronor: value * factor,
      stepKronor: step * factor,
      label,
      where: `line ${line} prints the same amount`,
    }))
  })
  const told = prose.map(({ kronor, stepKronor, line, text }) => ({ kronor, stepKronor, label: '', where: `line ${line}: ${text}` }))
  return [...tabled, ...told]
}

interface Open {
  readonly index: number
  readonly margin: number
  readonly found: FoundUnit
}

interface Around {
  readonly before: Neighbour | undefined
  readonly grounds: UnitGrounds
}

function weigh(own: readonly Amount[], index: number, known: readonly KnownAmount[], { before, grounds }: Around): Open {
  const scale = scaleOf(known)
  const weighed = candidates
    .map((unit): Weighed => {
      const equal = equalities(own, factorOf(unit), known)
      const declared = grounds.declared?.unit === unit ? declaredNats : 0
      const beside = before?.unit === unit ? before.nats : 0
      const evidence = equal.nats + declared + beside
      const because =
        equal.nats >= telling && equal.where
          ? equal.where
          : declared > 0
            ? `line ${grounds.declared?.line} gives the unit of all amounts`
            : 'the unit of the tables beside it'
      return { unit, evidence, because, score: evidence + sizeNats(own, unit, scale) }
    })
    .sort((a, b) => b.score - a.score)
  const [best, rival] = weighed
  const unit = best?.unit ?? 'kr'
  const largest = own.reduce((most, amount) => Math.max(most, amount.value), 0)
  const sized = (best?.evidence ?? 0) < telling
  const margin = (best?.score ?? 0) - (rival?.score ?? 0)
  const size = `the size of the amounts: the largest is ${largest}`
  const from = !sized ? (best?.because ?? '') : margin >= certain ? size : `${guess} from ${size}`
  return { index, margin: margin - (sized ? 100 : 0), found: { unit, from } }
}

/** How large the amounts of a document are; single ones may be misprints. */
function scaleOf(known: readonly KnownAmount[]): number {
  const sizes = [...new Set(known.map(amount => amount.kronor))].sort((a, b) => b - a)
  return sizes[Math.min(3, Math.floor(sizes.length / 4))] ?? 0
}

interface Neighbour {
  readonly unit: Unit
  readonly nats: number
}

/** The money unit of a settled table with the same header, else of the nearest one before, else after. */
function neighbourOf(tasks: readonly UnitTask[], index: number, settled: ReadonlyMap<number, FoundUnit>): Neighbour | undefined {
  const task = tasks[index]
  const money = [...settled].flatMap(([at, { unit }]) => (kronorPer(unit) === undefined ? [] : [{ at, unit }]))
  const header = headerOf(task)
  const twin = money.find(({ at }) => header.length >= 12 && distance(header, headerOf(tasks[at]), 6) <= header.length / 8)
  if (twin) return { unit: twin.unit, nats: twinNats }
  const [nearest] = money.sort((a, b) => Number(a.at > index) - Number(b.at > index) || Math.abs(a.at - index) - Math.abs(b.at - index))
  const totalled = task?.sheet.grid.rows.some(row => row.role.total === 'strong')
  return nearest ? { unit: nearest.unit, nats: totalled ? neighbourNats : besideListNats } : undefined
}

const headerOf = (task: UnitTask | undefined): string =>
  fold(
    (task?.table.headers ?? [])
      .map(header => header.line.text)
      .join(' ')
      .slice(0, 200),
  )

const mostKnown = 3_000
const mostOwn = 400
/** Equal amounts beyond these many nats say nothing more. */
const mostNats = 20

/** How much the amounts that other places print in a known unit speak for a factor: the more figures two prints share, the less by chance. */
function equalities(
  own: readonly Amount[],
  factor: number,
  known: readonly KnownAmount[],
): { readonly nats: number; readonly where?: string } {
  const found = new Map<number, { readonly nats: number; readonly where: string }>()
  for (const amount of own.slice(0, mostOwn)) {
    for (const other of known.slice(0, mostKnown)) {
      const kronor = amount.value * factor
      if (Math.abs(kronor - other.kronor) > (amount.step * factor + other.stepKronor) / 2) continue
      const nats = surprise(kronor, Math.max(amount.step * factor, other.stepKronor)) + (sameLabel(amount.label, other.label) ? 3 : -2.5)
      const best = found.get(amount.value)
      if (nats > 0 && nats > (best?.nats ?? 0)) found.set(amount.value, { nats, where: other.where })
    }
  }
  const all = [...found.values()].sort((a, b) => b.nats - a.nats)
  const where = all[0]?.where
  return {
    nats: Math.min(
      mostNats,
      all.reduce((sum, one) => sum + one.nats, 0),
    ),
    ...(where ? { where } : {}),
  }
}

/** ln 10 for each figure beyond the first that an amount shows at the coarser of two precisions, closing zeros left out. */
function surprise(kronor: number, step: number): number {
  const figures = String(Math.round(kronor / step)).replace(/0+$/, '').length
  return Math.max(0, figures - 1) * Math.LN10
}

const sameLabel = (a: string, b: string): boolean => a.length >= 4 && (a === b || (a.length >= 8 && distance(a, b, 2) <= 2))

/**
 * What a unit would make of a table's size, in nats: an association turns over between some hundred thousand and a hundred million
 * kronor; amounts that are all whole thousands are printed in kronor; millions have decimals, kronor seldom one.
 */
function sizeNats(own: readonly Amount[], unit: Unit, scale: number): number {
  const sizes = own.map(amount => amount.value * factorOf(unit)).sort((a, b) => b - a)
  // A single amount may be misread; of many the third largest is as telling.
  const kronor = sizes[Math.min(2, Math.floor(sizes.length / 6))] ?? 0
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0
  const decimals = own.some(amount => !Number.isInteger(amount.value))
  const rounded = own.every(amount => amount.value % 1_000 === 0)
  let nats = 0
  if (kronor > 500e6) nats -= 12
  else if (kronor > 150e6) nats -= 6
  else if (kronor > 60e6) nats -= 1.5
  if (scale > 0 && kronor > 1.5 * scale) nats -= kronor > 5 * scale ? 6 : 3
  if (kronor < 1_000) nats -= 6
  else if (kronor < 20_000) nats -= 2
  else if (kronor < 100_000) nats -= 1
  if (sizes.length >= 6 && middle < 3_000) nats -= 4
  if (sizes.length >= 6 && middle > 40e6) nats -= 4
  if (unit === 'tkr' && rounded) nats -= own.length > 1 ? 3 : 1.5
  if (unit === 'tkr' && decimals) nats -= 1.5
  if (unit === 'mnkr' && !decimals) nats -= 5
  if (unit === 'kr' && decimals && own.every(amount => amount.step >= 0.1)) nats -= 4
  return nats
}
