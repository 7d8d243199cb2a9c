import { calendarYear, createLibrary, evaluate, formatAmount, noteText, readPlainBudget, sentenceOf } from '@finsam/domain'
import { myBudget } from './my-budget.ts'

/** Two named what-ifs beside what is planned, and the contribution that would keep income and costs even. */
export function layWhatIfsSideBySide(): readonly string[] {
  const reading = readPlainBudget(myBudget)
  if (!reading.ok) return [reading.failure.message]
  const library = createLibrary([reading.value], { associations: [] })
  const from = { association: 'exempel', base: calendarYear(2026) }
  const beside = evaluate(library, {
    op: 'what-ifs',
    ...from,
    through: 2028,
    of: { concept: 'closing-equity' },
    whatIfs: [
      {
        name: 'Utan utbildningar',
        assumptions: [{ target: { line: 'exempel/utbildningar' }, change: { drop: true }, from: 2027 }],
      },
      {
        name: 'Nytt team',
        assumptions: [{ add: { label: 'Team Lillby', concept: 'initiatives-individual' }, amount: 300_000, from: 2027 }],
      },
    ],
  })
  const even = evaluate(library, { op: 'solve', ...from, year: 2027, goal: { result: 0 }, assumptions: [] })
  if (!beside.ok) return [beside.failure.message]
  if (!even.ok) return [even.failure.message]
  const whatIfs = (beside.value.ordered ?? []).map(({ name = 'Som planerat', ordered = [] }) => {
    const years = ordered.map(({ result }) => formatAmount(result.value, result.unit, 'sv', { moneyUnit: 'tkr' }))
    return `${name}: ${years.join(', ')}`
  })
  const told = (beside.value.ordered ?? []).flatMap(({ notes }) => notes.filter(({ code }) => code.startsWith('assumption')))
  return [...whatIfs, ...told.map(note => noteText(note, 'sv')), sentenceOf(even.value, 'sv')]
}

if (import.meta.main) console.log(layWhatIfsSideBySide().join('\n'))
