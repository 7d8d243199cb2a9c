import { createLibrary, evaluate, failureText, type PlainBudget, readPlainBudget, rowsOf, sentenceOf } from '@finsam/domain'

const budget: PlainBudget = {
  id: 'exempel-2026',
  title: 'Budget 2026',
  association: { id: 'exempel', name: 'Samordningsförbundet Exempel' },
  fiscalYear: 2026,
  unit: 'tkr',
  columns: [{ scenario: 'budget', year: 2026 }],
  lines: [
    { label: 'Medlemsbidrag', nature: 'income', amounts: [6_000] },
    { label: 'Kansli', nature: 'cost', amounts: [1_050] },
    { label: 'Samordningsteam', nature: 'cost', amounts: [5_150] },
    { label: 'Summa kostnader', nature: 'cost', amounts: [6_200], adds: ['Kansli', 'Samordningsteam'] },
  ],
}

/** How much of the costs goes to the office, with what it was computed from; then a question that cannot be answered. */
export function firstProgram(): readonly string[] {
  const reading = readPlainBudget(budget)
  if (!reading.ok) return [failureText(reading.failure, 'sv')]
  const library = createLibrary([reading.value], { associations: [] })
  const costOf = (line: string) => ({ op: 'lookup' as const, of: { association: 'exempel', target: { line: `exempel/${line}` } } })

  const share = evaluate(library, { op: 'share', part: costOf('kansli'), whole: costOf('summa-kostnader') })
  if (!share.ok) return [failureText(share.failure, 'sv')]
  const rows = rowsOf(share.value, 'sv').map(({ depth, label, amount }) => `${'  '.repeat(depth)}${label}: ${amount}`)

  const unknown = evaluate(library, costOf('kansliet'))
  return [
    sentenceOf(share.value, 'sv'),
    ...rows,
    unknown.ok ? '' : `${failureText(unknown.failure, 'sv')} Närmast: ${unknown.failure.nearest}`,
  ]
}

if (import.meta.main) console.log(firstProgram().join('\n'))
