import type { CellStatus, Mapping } from '../model/reading.ts'
import type { Calculation, Note, Trust } from './calculation.ts'

const statusOrder: readonly CellStatus[] = ['confirmed', 'printed', 'repaired', 'derived', 'ambiguous']
const mappingOrder: readonly Mapping[] = ['confirmed', 'exact', 'synonym', 'inferred']

const weaker = <Level>(order: readonly Level[], one: Level, other: Level): Level =>
  order.indexOf(one) >= order.indexOf(other) ? one : other

/** The least sure of several ways in which cells were read. */
export const weakestStatus = (statuses: readonly CellStatus[]): CellStatus =>
  statuses.reduce((known, status) => weaker(statusOrder, known, status), 'confirmed')

/** What needs no document: a constant. */
export const fullTrust: Trust = { status: 'confirmed', mapping: 'confirmed' }

/** A result is as good as its weakest input. */
export const weakestTrust = (inputs: readonly Calculation[]): Trust =>
  inputs.reduce<Trust>(
    (trust, { trust: own }) => ({
      status: weakestStatus([trust.status, own.status]),
      mapping: weaker(mappingOrder, trust.mapping, own.mapping),
    }),
    fullTrust,
  )

const keyOf = ({ code, parameters }: Note): string => `${code} ${JSON.stringify(parameters)}`

/** The notes of all inputs and of the step itself, each once. */
export function joinNotes(inputs: readonly Calculation[], own: readonly Note[] = []): readonly Note[] {
  const notes = new Map<string, Note>()
  for (const note of [...own, ...inputs.flatMap(input => input.notes)]) notes.set(keyOf(note), note)
  return [...notes.values()]
}
