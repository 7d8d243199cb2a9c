import { type AssistantContext, ask } from '@finsam/assistant'
import { createLibrary } from '@finsam/domain'
import { readDocument } from '@finsam/reader'
import { describe, expect, test } from 'vitest'

const registry = { associations: [] }
const text = [
  'Samordningsförbundet Lagunda',
  'Verksamhetsplan 2024',
  'Förbundet får inte skuldsätta sig.',
  'Motorn drivs som en ideell förening i Ekby.',
  'Ett kontor i Nyby kan eventuellt öppnas under året.',
  'Det egna kapitalet ska ha ett tak på maximalt 25 % av årets bidrag.',
  'Styrelsen består av fem ledamöter och fem ersättare från förbundets tre medlemmar.',
  'Motorn har under perioden tagit emot 104 deltagare. Av dem har 25 haft anställning och 31 haft praktik.',
  'Staten erbjöd en ökning från 4,0 till 5,5 miljoner kronor.',
  'Insatser förbrukar sällan allt som har beviljats. Därför räknas endast 90 % in i budgeten.',
  'Beredningsgruppen träffas 2 ggr/månad. Rådet träffas varannan månad.',
  'Ekonomitjänsten är upphandlad tillsammans med Samordningsförbundet Ekby.',
].join('\n\n')

const contextOf = (): AssistantContext => {
  const result = readDocument({ bytes: new TextEncoder().encode(text), fileName: 'lagunda-2024.txt', registry })
  if (!result.ok) throw new Error(result.failure.message)
  const { document, reading } = result.value
  return {
    library: createLibrary([reading], registry),
    sourceLines: (_, from, to) => document.lines.slice(from - 1, to).map(line => line.text),
    search: async () => [],
  }
}
const context = contextOf()

describe('a sentence that takes a side answers yes or no', () => {
  test.each([
    { question: 'Får Lagunda skuldsätta sig?', holds: false },
    { question: 'May Lagunda take on debt?', holds: false },
    { question: 'Drivs Motorn som en ideell förening?', holds: true },
  ])('$question', async ({ question, holds }) => {
    const answer = await ask(context, { question })
    expect(answer.verdict?.holds, answer.text).toBe(holds)
    expect(answer.text).toMatch(holds ? /^Ja\b/ : /^(Nej|No)\b/)
  })

  test.each(['Öppnas ett kontor i Nyby?', 'Drivs Motorn bara som en ideell förening?', 'Drivs Motorn inte som en ideell förening?'])(
    'no side is taken: %s',
    async question => expect((await ask(context, { question })).verdict).toBeUndefined(),
  )
})

describe('what is asked for, and nothing that stands beside it', () => {
  test('a limit is no order of rank', async () => {
    const { status, figures } = await ask(context, { question: 'What share of contributions may equity amount to at most in Lagunda?' })
    expect([status, figures[0]?.value]).toEqual(['answered', 25])
  })

  test('who sits on the board is told by its size', async () => {
    const { figures } = await ask(context, { question: 'Hur många sitter i Lagundas styrelse?' })
    expect(figures.map(({ value }) => value)).toEqual([5])
  })

  test('of them means of those before', async () => {
    const { figures } = await ask(context, {
      question: 'Och hur många av dom fick jobb?',
      previous: 'Hur många deltagare har Motorn tagit emot?',
    })
    expect(figures.map(({ value }) => value)).toEqual([25])
  })

  test.each([
    { question: 'Var i Lagundas plan står det att man räknar med 90 % av det som beviljats?', says: /endast 90 %/ },
    { question: 'Hur ofta träffas beredningsgruppen i Lagunda?', says: /2 gånger i månaden/ },
    { question: 'Hur ofta ses rådet i Lagunda?', says: /varannan månad/i },
    { question: 'Med vilket förbund har Lagunda upphandlat ekonomitjänsten?', says: /Samordningsförbundet Ekby/ },
  ])('$question', async ({ question, says }) => {
    const { status, text: told } = await ask(context, { question })
    expect(status, told).toBe('answered')
    expect(told).toMatch(says)
  })

  test.each(['Hur många samordningsförbund finns det i Lagunda?', 'Öppnades ett kontor i Nyby?'])('not told: %s', async question =>
    expect((await ask(context, { question })).status).not.toBe('answered'),
  )

  test('how many belong to an association answers no other count', async () => {
    const { figures } = await ask(context, { question: 'Hur många från förbundet hade skadats i Lagunda?' })
    expect(figures).toEqual([])
  })
})
