import type { Said } from './compare.ts'
import type { Noise } from './damage.ts'
import type { Lawful } from './lawful.ts'
import { isReading, likelihood, type Option, readingsOf } from './likelihood.ts'
import type { Printed } from './print.ts'

/**
 * A reader that is told everything but the values: where each cell stands, which rows sum which, and how often each kind of
 * damage happens. It weighs all combinations of values of a column that could have been damaged into what is printed, and
 * answers with the likeliest value of each cell; it flags what is not `certain`: where rivals together are more likely than
 * one in a hundred. Only for small statements.
 */
export function readExhaustively(
  lawful: Lawful,
  printed: Printed,
  noise: Noise,
  rate: number,
  certain = 0.99,
): (row: number, column: number) => Said | undefined {
  const columns = lawful.headers.map((_, column) => readColumn({ lawful, printed, noise, rate, column }, certain))
  return (row, column) => columns[column]?.[row]
}

interface Task {
  readonly lawful: Lawful
  readonly printed: Printed
  readonly noise: Noise
  readonly rate: number
  readonly column: number
}

/** One way to fill a part of a column: a value for each row so far, `open` the item that takes what its total leaves. */
interface World {
  readonly values: readonly number[]
  readonly weight: number
  readonly open: number
}

/** Ways ten million times less likely than the best are left out, and whatever exceeds so many ways. */
const floor = 1e-7
const most = 2_500

function readColumn(task: Task, certain: number): readonly (Said | undefined)[] {
  let worlds: readonly World[] = [{ values: [], weight: 1, open: -1 }]
  task.lawful.rows.forEach((row, index) => {
    if (row.values.length === 0) worlds = worlds.map(world => ({ ...world, values: [...world.values, 0] }))
    else if (row.parts.length === 0) worlds = pruned(withItem(task, worlds, index), most)
    else worlds = pruned(withTotal(task, worlds, index), 200)
  })
  return task.lawful.rows.map((row, index) => (row.values.length === 0 ? undefined : marginal(worlds, index, certain)))
}

function pruned(worlds: readonly World[], keep: number): readonly World[] {
  const best = worlds.reduce((top, world) => Math.max(top, world.weight), 0)
  const settled = worlds.filter(world => world.open < 0 && world.weight >= best * floor)
  const open = worlds.filter(world => world.open >= 0)
  return [...likeliest(settled, keep), ...likeliest(open, keep / 8)]
}

const likeliest = (worlds: readonly World[], keep: number): readonly World[] =>
  worlds.length <= keep ? worlds : [...worlds].sort((a, b) => b.weight - a.weight).slice(0, keep)

/** How often an item has the other sign than items of its kind, and how often it is zero. */
const againstSign = 0.03
const zero = 0.08
/** How likely any one value of an unreadable item is: amounts spread over some ten thousand. */
const anyValue = 1e-4
/** How likely an amount is that is not of the size of its row's other columns. */
const unlikeRow = 0.02
/** What an item that its total tells is held to weigh until the total is read. */
const unheard = 1e-6

function withItem(task: Task, worlds: readonly World[], index: number): readonly World[] {
  const print = task.printed.rows[index]?.cells[task.column] ?? ''
  const options = readingsOf(print, task.noise, task.rate).map(option => ({
    ...option,
    weight: option.weight * prior(task, index, option.value),
  }))
  const ordered = [...options].sort((a, b) => b.weight - a.weight)
  const least = floor * (ordered[0]?.weight ?? unheard) * worlds.reduce((top, world) => Math.max(top, world.weight), 0)
  const next: World[] = []
  for (const world of worlds) {
    for (const option of ordered) {
      const weight = world.weight * option.weight
      if (weight < least) break
      next.push({ ...world, values: [...world.values, option.value], weight })
    }
    if (world.open < 0) next.push({ values: [...world.values, 0], weight: world.weight * unheard, open: index })
  }
  return next
}

/** How likely an item's value is before its print is looked at: its sign by the statement's convention, its size by its row. */
function prior(task: Task, index: number, value: number): number {
  if (value === 0) return zero
  const income = task.lawful.rows.findIndex(row => row.kind === 'total')
  const sign = index < income || task.lawful.costSign === 'positive' ? 1 : -1
  const others = (task.printed.rows[index]?.cells ?? []).filter((cell, column) => column !== task.column && /[1-9]/.test(cell))
  const sizes = others
    .map(cell => Number(cell.replace(/\D/g, '')))
    .filter(size => size > 0)
    .sort((a, b) => a - b)
  const middle = sizes[Math.floor(sizes.length / 2)]
  const alike = middle === undefined || Math.abs(Math.log(Math.abs(value) / middle)) <= 0.7
  return anyValue * (value * sign < 0 ? againstSign : 1) * (alike ? 1 : unlikeRow)
}

function withTotal(task: Task, worlds: readonly World[], index: number): readonly World[] {
  const print = task.printed.rows[index]?.cells[task.column] ?? ''
  const parts = task.lawful.rows[index]?.parts ?? []
  const options = readingsOf(print, task.noise, task.rate)
  const few = options.filter(option => option.weight > 1e-3 * (options[0]?.weight ?? 0)).slice(0, 8)
  const known = new Map<number, number>()
  const shown = (value: number): number => {
    const found = known.get(value) ?? likelihood(print, value, task.noise, task.rate)
    known.set(value, found)
    return found
  }
  return worlds.flatMap(world => {
    const sum = parts.reduce((all, part) => all + part.weight * (world.values[part.row] ?? 0), 0)
    const open = parts.find(part => part.row === world.open)
    if (!open) {
      const weight = world.weight * shown(sum)
      return weight > 0 ? [{ ...world, values: [...world.values, sum], weight }] : []
    }
    return few.flatMap(option => told(task, world, open, (option.value - sum) / open.weight, option))
  })
}

/** The open item of a world as its total tells it, weighed by its own print; nothing where that is one of the values tried before. */
function told(task: Task, world: World, open: { readonly row: number }, value: number, total: Option): readonly World[] {
  const print = task.printed.rows[open.row]?.cells[task.column] ?? ''
  if (isReading(print, value, task.noise, task.rate)) return []
  const own = likelihood(print, value, task.noise, task.rate) * prior(task, open.row, value)
  const weight = (world.weight / unheard) * own * total.weight
  if (weight === 0) return []
  const values = [...world.values]
  values[open.row] = value
  return [{ values: [...values, total.value], weight, open: -1 }]
}

function marginal(worlds: readonly World[], index: number, certain: number): Said {
  const mass = new Map<number, number>()
  let all = 0
  for (const world of worlds) {
    const value = world.values[index] ?? 0
    mass.set(value, (mass.get(value) ?? 0) + world.weight)
    all += world.weight
  }
  const best = [...mass].sort((a, b) => b[1] - a[1])[0]
  return best && all > 0 ? { value: best[0], flagged: best[1] / all < certain } : { value: null, flagged: true }
}
