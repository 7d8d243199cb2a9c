import { createLibrary, evaluate, formatAmount, noteText, readPlainBudget, wholeYear } from '@finsam/domain'
import { myBudget } from './my-budget.ts'

/** Two associations by their share of administration, with the notes that tell where they count differently. */
export function rankAssociations(): readonly string[] {
  const neighbour = {
    ...myBudget,
    id: 'granne-2026',
    association: { id: 'granne', name: 'Samordningsförbundet Granne' },
    lines: myBudget.lines.map(line => (line.label === 'Kansli' ? { ...line, amounts: [1_400, 1_400] } : line)),
  }
  const readings = [myBudget, neighbour].flatMap(budget => {
    const reading = readPlainBudget(budget)
    return reading.ok ? [reading.value] : []
  })
  const library = createLibrary(readings, { associations: [] })
  const of = library.associations.map(({ id }) => ({
    op: 'lookup' as const,
    of: wholeYear(library, { association: id, target: { measure: 'administration-share' } }),
  }))
  const ranked = evaluate(library, { op: 'rank', order: 'highest', of })
  if (!ranked.ok) return [ranked.failure.message]
  const places = (ranked.value.ordered ?? []).map(
    ({ association = '', result }, index) =>
      `${index + 1}. ${library.association(association)?.shortName}: ${formatAmount(result.value, result.unit, 'sv')}`,
  )
  return [...places, ...ranked.value.notes.map(note => noteText(note, 'sv'))]
}

if (import.meta.main) console.log(rankAssociations().join('\n'))
