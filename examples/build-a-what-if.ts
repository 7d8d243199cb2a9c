import { calendarYear, createLibrary, evaluate, formatAmount, noteText, readPlainBudget } from '@finsam/domain'
import { myBudget } from './my-budget.ts'

/** What becomes of equity when the state's contribution falls by ten percent a year and the office is frozen. */
export function buildAWhatIf(): readonly string[] {
  const reading = readPlainBudget(myBudget)
  if (!reading.ok) return [reading.failure.message]
  const library = createLibrary([reading.value], { associations: [] })
  const projected = evaluate(library, {
    op: 'project',
    association: 'exempel',
    base: calendarYear(2026),
    through: 2029,
    of: { concept: 'closing-equity' },
    assumptions: [
      { target: { concept: 'contribution-state' }, change: { percent: -10, yearly: true, floor: 2_400_000 }, from: 2027 },
      { target: { line: 'exempel/kansli' }, change: { repeat: 2026 }, from: 2027 },
    ],
  })
  if (!projected.ok) return [projected.failure.message]
  const years = (projected.value.ordered ?? []).map(({ label, result }) => `${label.sv}: ${formatAmount(result.value, result.unit, 'sv')}`)
  return [...years, ...projected.value.notes.map(note => noteText(note, 'sv'))]
}

if (import.meta.main) console.log(buildAWhatIf().join('\n'))
