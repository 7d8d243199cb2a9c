import { kronorPer, type Unit } from '@finsam/domain'
import { countsThings } from './counted-things.ts'
import type { DeclaredUnit } from './declared-unit.ts'
import { EqualAmounts } from './equal-amounts.ts'
import { type Amount, amountsOf, type KnownAmount, knownOf, toldIn, type UnitTask } from './unit-amounts.ts'
import { headerOf, Neighbours, type SettledTable } from './unit-neighbours.ts'
import { Scale, sizeNats, sizeOf, type TableSize } from './unit-size.ts'
import type { FoundUnit, ProseAmount } from './units.ts'

/** What the rest of a document says of the units of a table that prints none. */
export interface UnitGrounds {
  readonly prose: readonly ProseAmount[]
  readonly declared: DeclaredUnit | undefined
}

const guess = 'a guess'
/** Whether nothing but the size of the amounts told a unit. */
export const isGuess = (unitFrom: string): boolean => unitFrom.startsWith(guess)

/** Evidence (in nats) that outweighs what sizes alone would say. */
const telling = 2
/** Sizes so far from any other unit's leave no doubt. */
const certain = 5
const declaredNats = 4

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
  const open = new Set(tasks.flatMap((task, at) => (settled.has(at) ? [] : [new OpenTable({ task, at, own: amounts[at] ?? [] }, grounds)])))
  const scale = new Scale()
  const learn = (known: readonly KnownAmount[], from?: SettledTable): void => {
    scale.add(known)
    for (const table of open) table.learn(known, from)
  }
  const learnTable = (at: number, task: UnitTask, { unit }: FoundUnit): void =>
    learn(knownOf(amounts[at] ?? [], unit), { at, unit, header: headerOf(task) })
  for (const [at, task] of tasks.entries()) {
    const found = settled.get(at)
    if (found) learnTable(at, task, found)
  }
  learn(toldIn(grounds.prose))
  while (open.size > 0) {
    const { table, found } = clearest(open, scale.kronor)
    open.delete(table)
    settled.set(table.at, found)
    learnTable(table.at, table.task, found)
  }
  return tasks.map((_, index) => settled.get(index) ?? { unit: 'count' })
}

interface Weighed {
  readonly unit: Unit
  readonly score: number
  /** What the document itself shows for it, size left out. */
  readonly evidence: number
  readonly because: string
}

interface Verdict {
  readonly table: OpenTable
  readonly margin: number
  readonly found: FoundUnit
}

const clearest = (open: ReadonlySet<OpenTable>, scale: number): Verdict =>
  [...open].map(table => table.weigh(scale)).reduce((best, other) => (other.margin > best.margin ? other : best))

/** A table whose unit is open, and what has shown it so far. */
class OpenTable {
  readonly task: UnitTask
  readonly at: number
  readonly #declared: DeclaredUnit | undefined
  readonly #size: TableSize
  readonly #neighbours: Neighbours
  readonly #equal: readonly { readonly unit: Unit; readonly amounts: EqualAmounts }[]

  constructor({ task, at, own }: { task: UnitTask; at: number; own: readonly Amount[] }, { declared }: UnitGrounds) {
    this.task = task
    this.at = at
    this.#declared = declared
    this.#size = sizeOf(own)
    this.#neighbours = new Neighbours(task, at)
    this.#equal = (['kr', 'tkr', 'mnkr'] as const).map(unit => ({ unit, amounts: new EqualAmounts(own, kronorPer(unit) ?? 1) }))
  }

  /** Takes in amounts whose unit has become known, and the table that they stand in. */
  learn(known: readonly KnownAmount[], from?: SettledTable): void {
    for (const { amounts } of this.#equal) amounts.compare(known)
    if (from) this.#neighbours.meet(from)
  }

  /** The likeliest unit, and how clearly it is so. */
  weigh(scale: number): Verdict {
    const [best, rival] = this.#equal.map(({ unit, amounts }) => this.#weighUnit(unit, amounts, scale)).sort((a, b) => b.score - a.score)
    const sized = (best?.evidence ?? 0) < telling
    const margin = (best?.score ?? 0) - (rival?.score ?? 0)
    const size = `the size of the amounts: the largest is ${this.#size.largest}`
    const from = !sized ? (best?.because ?? '') : margin >= certain ? size : `${guess} from ${size}`
    return { table: this, margin: margin - (sized ? 100 : 0), found: { unit: best?.unit ?? 'kr', from } }
  }

  #weighUnit(unit: Unit, amounts: EqualAmounts, scale: number): Weighed {
    const equal = amounts.evidence
    const declared = this.#declared?.unit === unit ? declaredNats : 0
    const evidence = equal.nats + declared + this.#neighbours.natsFor(unit)
    const because =
      equal.nats >= telling && equal.where
        ? equal.where
        : declared > 0
          ? `line ${this.#declared?.line} gives the unit of all amounts`
          : 'the unit of the tables beside it'
    return { unit, evidence, because, score: evidence + sizeNats(this.#size, unit, scale) }
  }
}
