import { conceptNames } from '../concepts/concept-table.ts'
import type { Library, LibraryLine, Printing } from '../library/library.ts'
import type { Line, Nature } from '../model/reading.ts'
import { refusal, success } from '../model/result.ts'
import type { Selector } from '../query/target.ts'
import { allOf } from './all.ts'
import type { Context, Outcome } from './context.ts'
import { nameOf } from './failures.ts'
import { leafOf } from './leaf.ts'
import { sumOf } from './operations.ts'
import { type Selected, selectQuantity } from './select.ts'

/** Natures whose items add up only in a table that has all of them. */
const addedWhole: ReadonlySet<Nature> = new Set<Nature>(['cost', 'asset', 'cash', 'liability'])

type Place = Pick<Printing, 'document' | 'statement'>
const placeKey = ({ document, statement }: Place): string => `${document} ${statement}`

/** Whether a table has the association's income, or a line that is all of its costs. */
function isOfAllCosts(library: Library, association: string, place: Place, lines: readonly Line[]): boolean {
  if (lines.some(({ nature }) => nature === 'income')) return true
  return library
    .linesFor(association, 'total-costs')
    .some(({ quantities }) => quantities.some(({ printings }) => printings.some(printing => placeKey(printing) === placeKey(place))))
}

/**
 * Whether a table is a budget, an outcome or a balance sheet as a whole, so that its items are all there are. A note breaks up one line of
 * them, and an overview's cash is not all that an association owns.
 */
function isWhole(library: Library, { association, nature }: LibraryLine, place: Place): boolean {
  if (!addedWhole.has(nature)) return true
  const table = library.reading(place.document)?.statements.find(({ id }) => id === place.statement)
  if (!table) return false
  return nature === 'cost' ? isOfAllCosts(library, association, place, table.lines) : table.kind === 'balance'
}

/** Of lines that several whole tables print, those of the one table that holds the most: addends of two tables would count twice. */
function ofOneStatement(library: Library, found: readonly Selected[]): readonly Selected[] {
  const byStatement = new Map<string, Selected[]>()
  for (const one of found) {
    const places = new Map(one.quantity.printings.map(printing => [placeKey(printing), printing]))
    for (const [key, place] of places) if (isWhole(library, one.line, place)) byStatement.set(key, [...(byStatement.get(key) ?? []), one])
  }
  return [...byStatement.values()].reduce<readonly Selected[]>((best, next) => (next.length > best.length ? next : best), [])
}

/** Adds the item lines that stand for a concept in one table; the note tells that the total is not printed. */
export function sumOfLines(context: Context, lines: readonly LibraryLine[], selector: Selector, concept: string): Outcome {
  const found: Selected[] = []
  for (const line of lines) {
    if (line.role !== 'item') continue
    const selected = selectQuantity(context.library, [line], selector)
    if (selected.ok) found.push(selected.value)
    else if (selected.failure.code === 'several-match') return selected
  }
  const chosen = ofOneStatement(context.library, found)
  const label = conceptNames(concept)
  if (chosen.length === 0) {
    const name = nameOf(context.library, selector.association)
    return refusal('not-printed', {
      sv: `Inga rader för ${name} ger tillsammans ”${label.sv}”.`,
      en: `No lines of ${name} add up to "${label.en}".`,
    })
  }
  const leaves = allOf(chosen, one => leafOf(one, context.readings))
  if (!leaves.ok) return leaves
  const sum = sumOf(leaves.value, label)
  if (!sum.ok) return sum
  const note = {
    code: 'sum-of-lines',
    parameters: { concept, lines: chosen.map(({ line }) => line.label).join(', '), association: selector.association },
  }
  return success({ ...sum.value, concept, notes: [note, ...sum.value.notes] })
}
