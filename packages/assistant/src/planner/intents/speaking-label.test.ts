import { createLibrary } from '@finsam/domain'
import { expect, test } from 'vitest'
import { ask } from '../../ask.ts'
import { exampleContext } from '../../test-support/example-library.ts'

const { library } = exampleContext()
const calling = (from: string, to: string) => ({
  ...exampleContext(),
  library: createLibrary(
    library.readings.map(reading => ({
      ...reading,
      statements: reading.statements.map(statement => ({
        ...statement,
        lines: statement.lines.map(line => (line.label === from ? { ...line, label: to } : line)),
      })),
    })),
    { associations: [...library.associations] },
  ),
})

test.each([
  { from: 'Bryggan', to: 'Bryggan (tkr)', question: 'Vad kostar Bryggan 2024?', says: /^Bryggan, budget 2024/ },
  {
    from: 'Summa kostnader',
    to: 'Totalt',
    question: 'Hur stora är de totala kostnaderna i Norrvik 2024?',
    says: /^Totalt \(summa kostnader\), budget 2024/,
  },
  {
    from: 'Summa kostnader',
    to: 'Totalt',
    question: 'How large are the total costs in Norrvik in 2024?',
    says: /^Totalt \(total costs\), budget 2024/,
  },
])('$to speaks for itself', async ({ from, to, question, says }) => {
  expect((await ask(calling(from, to), { question })).text).toMatch(says)
})
