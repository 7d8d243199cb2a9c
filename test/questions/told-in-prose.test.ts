import { type AssistantContext, ask } from '@finsam/assistant'
import { createLibrary } from '@finsam/domain'
import { readDocument } from '@finsam/reader'
import { describe, expect, test } from 'vitest'

const registry = { associations: [] }

/** A library of one invented document: Lagunda's annual report of 2024. */
const contextOf = (text: string): AssistantContext => {
  const page = `Samordningsförbundet Lagunda\n\nÅrsredovisning 2024\n\n${text}`
  const result = readDocument({ bytes: new TextEncoder().encode(page), fileName: 'lagunda-2024.txt', registry })
  if (!result.ok) throw new Error(result.failure.message)
  const { document, reading } = result.value
  return {
    library: createLibrary([reading], registry),
    sourceLines: (_, from, to) => document.lines.slice(from - 1, to).map(line => line.text),
    search: async () => [],
  }
}

interface Row {
  readonly question: string
  readonly says: RegExp
  readonly not?: RegExp
}

const asksOf = (text: string, rows: readonly Row[]) => {
  const context = contextOf(text)
  test.each(rows)('$question', async ({ question, says, not }) => {
    const answer = await ask(context, { question })
    expect(answer.status, answer.text).toBe('answered')
    expect(answer.text).toMatch(says)
    if (not) expect(answer.text).not.toMatch(not)
  })
}

const refusedOf = (text: string, questions: readonly string[]) => {
  const context = contextOf(text)
  test.each(questions)('%s', async question => {
    const answer = await ask(context, { question })
    expect(answer.status, answer.text).not.toBe('answered')
  })
}

describe('who holds an office, held it before, comes to it and stands in', () => {
  const text = [
    'Förbundschefen Karin Alm slutade den 30 april. Hon efterträddes av Sven Sund som började den 15 maj 2024. Däremellan var Anna Ek tillförordnad förbundschef.',
    'Den 1 juni 2024 ersattes Eva Brodin av Nils Åberg i styrelsen.',
    'Ordförande är Göran Hed. Han efterträdde Inga Moberg, som varit ordförande i tolv år. Vice ordförande är Lisa Ros.',
  ].join('\n\n')
  asksOf(text, [
    { question: 'Vem är förbundschef i Lagunda?', says: /Sven Sund/, not: /Karin Alm|Anna Ek/ },
    { question: 'Vem är ny förbundschef i Lagunda och när började hen?', says: /Sven Sund.*2024-05-15/ },
    { question: 'Vem var tf förbundschef i Lagunda?', says: /Anna Ek/, not: /Karin Alm/ },
    { question: 'Vem var förbundschef före Sven Sund?', says: /Karin Alm/ },
    { question: 'Vem var förbundschef i Lagunda i mars 2024?', says: /Karin Alm/, not: /Anna Ek/ },
    { question: 'Vem var tidigare ordförande i Lagunda?', says: /Inga Moberg/ },
    { question: 'Vem var ordförande före Göran Hed?', says: /^Inga Moberg/ },
    { question: 'Vem ersatte Eva Brodin i Lagunda?', says: /^Nils Åberg/ },
    { question: 'Vem efterträdde Karin Alm?', says: /^Sven Sund/ },
    { question: 'När slutade Karin Alm?', says: /2024-04-30/ },
    { question: 'Who was the previous chair of Lagunda?', says: /Inga Moberg/ },
    { question: 'Who is the acting director of Lagunda?', says: /Anna Ek/ },
  ])
  refusedOf(text, ['Vem var vice ordförande före Lisa Ros?', 'Vem är tf ordförande i Lagunda?', 'Vem efterträdde Göran Hed?'])
})
