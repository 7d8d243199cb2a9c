import { conceptOf } from '../concepts/concept-table.ts'
import type { Library, LibraryLine } from '../library/library.ts'
import { refusal, success } from '../model/result.ts'
import type { Selector } from '../query/target.ts'
import { allOf } from './all.ts'
import type { Context, Outcome } from './context.ts'
import { leafOf } from './leaf.ts'
import { sumOf } from './operations.ts'
import { type Selected, selectQuantity } from './select.ts'

/** The statements in which a line's amount is printed. */
const statementsOf = ({ quantity }: Selected): readonly string[] =>
  quantity.printings.map(({ document, statement }) => `${document} ${statement}`)

/** Of lines that several tables print, those of the one table that holds the most: addends of two tables would count twice. */
function ofOneStatement(found: readonly Selected[]): readonly Selected[] {
  const byStatement = new Map<string, Selected[]>()
  for (const one of found)
    for (const statement of new Set(statementsOf(one))) byStatement.set(statement, [...(byStatement.get(statement) ?? []), one])
  return [...byStatement.values()].reduce<readonly Selected[]>((best, next) => (next.length > best.length ? next : best), [])
}

/** Whether a table is a budget or an outcome as a whole: it prints income or all costs, so that its items are all there are. */
function isWhole(library: Library, { quantity }: Selected): boolean {
  return quantity.printings.some(({ document, statement }) => {
    const table = library.reading(document)?.statements.find(({ id }) => id === statement)
    return table?.lines.some(({ nature, role }) => nature === 'income' || (nature === 'cost' && role === 'total')) ?? false
  })
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
  const chosen = ofOneStatement(found)
  const costs = chosen.some(({ line }) => line.nature === 'cost')
  if (chosen.length === 0 || (costs && !chosen.some(one => isWhole(context.library, one))))
    return refusal('not-printed', {
      sv: `Inga rader för ”${selector.association}” ger tillsammans ”${concept}”.`,
      en: `No lines of "${selector.association}" add up to "${concept}".`,
    })
  const leaves = allOf(chosen, one => leafOf(one, context.readings))
  if (!leaves.ok) return leaves
  const words = conceptOf(concept)
  const label = words ? { sv: words.sv.name, en: words.en.name } : undefined
  const sum = sumOf(leaves.value, label)
  if (!sum.ok) return sum
  const note = {
    code: 'sum-of-lines',
    parameters: { concept, lines: chosen.map(({ line }) => line.label).join(', '), association: selector.association },
  }
  return success({ ...sum.value, concept, notes: [note, ...sum.value.notes] })
}
