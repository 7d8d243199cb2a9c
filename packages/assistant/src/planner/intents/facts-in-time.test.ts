import { createLibrary, type DocumentReading } from '@finsam/domain'
import { expect, test } from 'vitest'
import { ask } from '../../ask.ts'
import type { AssistantContext } from '../../context.ts'

interface Known {
  readonly id: string
  readonly name: string
  readonly formed?: string
  readonly members?: number
}

const known: readonly Known[] = [
  { id: 'norrvik', name: 'Norrvik', formed: '2008-03-01', members: 4 },
  { id: 'tallmyra', name: 'Tallmyra', formed: '2015-01-01', members: 7 },
  { id: 'storsund', name: 'Storsund', members: 5 },
]

const readingOf = ({ id, name, formed, members }: Known): DocumentReading => {
  const subject = `Samordningsförbundet ${name}`
  const text = `${subject} bildades ${formed} och har ${members} medlemmar.`
  const place = { context: text, source: { document: id, line: 1, text } }
  return {
    document: {
      id,
      hash: 'a'.repeat(64),
      title: 'Verksamhetsplan 2024',
      kind: 'plan-and-budget',
      association: id,
      associationName: subject,
      fiscalYear: 2024,
      status: 'decided',
      language: 'sv',
      lines: 1,
    },
    statements: [],
    facts: [
      ...(formed
        ? [{ id: 'formed', kind: 'date', subject, attribute: 'bildat', value: formed, unit: 'date', printed: formed, ...place }]
        : []),
      ...(members
        ? [
            {
              id: 'members',
              kind: 'organisation',
              subject,
              attribute: 'antal medlemmar',
              value: members,
              unit: 'count',
              printed: `${members}`,
              ...place,
            },
          ]
        : []),
    ],
    findings: [],
    headings: [],
    meter: { numbers: 0, accounted: 0, rest: [] },
  }
}

const context: AssistantContext = {
  library: createLibrary(known.map(readingOf), {
    associations: known.map(({ id, name }) => ({
      id,
      name: `Samordningsförbundet ${name}`,
      shortName: name,
      aliases: [],
      predecessors: [],
      members: [],
      sources: [],
    })),
  }),
  sourceLines: () => [],
  search: async () => [],
}

test.each([
  { question: 'Vilket förbund bildades först, Tallmyra eller Norrvik, och när?', says: /^Först: Norrvik.*2008-03-01.*Tallmyra 2015-01-01/ },
  { question: 'Vilket av förbunden är äldst?', says: /^Först: Norrvik.*För Storsund finns ingen sådan uppgift/ },
  { question: 'Vilket av förbunden bildades senast?', says: /^Sist: Tallmyra/ },
  { question: 'Which of the associations was formed first?', says: /^First: Norrvik/ },
  { question: 'Vilket förbund har flest medlemmar och hur många är de?', says: /^Flest: Tallmyra, 7/ },
])('$question', async ({ question, says }) => {
  const answer = await ask(context, { question })
  expect(answer.status, answer.text).toBe('answered')
  expect(`${answer.text} ${answer.notes.join(' ')}`).toMatch(says)
})
