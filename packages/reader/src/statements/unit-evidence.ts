import { kronorPer, type Unit } from '@finsam/domain'
import { distance, fold } from '../tables/fold.ts'
import { countsThings } from './counted-things.ts'
import type { DeclaredUnit } from './declared-unit.ts'
import { type Amount, amountsOf, equalities, type KnownAmount, knownAmounts, type UnitTask } from './unit-amounts.ts'
import type { FoundUnit, ProseAmount } from './units.ts'

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
    else if (amounts[index]?.length === 0 || countsThings(task, amounts[index] ?? [], grounds.declared !== undefined))
      settled.set(index, { unit: 'count' })
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
