import type { Statement } from '@finsam/domain'
import { describe, expect, test } from 'vitest'
import { bytesOf, plainReader, plainStore } from '../store/test-support/plain-store.ts'

const at = plainStore()

describe('search', () => {
  const text = [
    'Forsdkringskassan betalar halften av bidragen',
    'Individinsatser för unga vuxna kostar mest',
    'Styrelsen sammantrader fem ganger per ar',
    'Arbetsrehabilitering sker i samarbete med kommunen',
  ].join('\n')

  test.each([
    { question: 'Försäkringskassan', line: 1, why: 'OCR damage in the document' },
    { question: 'försäkringskassans bidrag', line: 1, why: 'inflection and damage' },
    { question: 'vad kostar individinsatserna?', line: 2, why: 'inflection' },
    { question: 'styrelse sammanträden', line: 3, why: 'lost diacritics' },
    { question: 'rehabilitering', line: 4, why: 'part of a compound' },
    { question: 'Styre1sen', line: 3, why: 'OCR damage in the question' },
  ])('$question finds line $line ($why)', async ({ question, line }) => {
    await at.put(text)
    expect((await at.store.search(question, { limit: 3 }))[0]?.line).toBe(line)
  })

  test.each([
    { name: 'an association', options: { association: 'annan' } },
    { name: 'a year', options: { year: 1999 } },
    { name: 'a document', options: { document: "o'brien" } },
  ])('narrows to $name', async ({ options }) => {
    await at.put(text)
    expect(await at.store.search('styrelsen', { limit: 3, ...options })).toEqual([])
    expect(await at.store.search('styrelsen', { limit: 3, association: 'exempel', year: 2024, document: 'plan' })).not.toEqual([])
  })

  test.each([{ question: '' }, { question: '?!' }, { question: '   \n' }])('finds nothing for "$question"', async ({ question }) => {
    await at.put(text)
    expect(await at.store.search(question, { limit: 3 })).toEqual([])
  })

  test('finds the rows of a table by its title and columns, which stand in another passage', async () => {
    const statement: Statement = {
      id: 'budget',
      title: 'Driftredovisning',
      kind: 'operating',
      unit: 'tkr',
      costSign: 'positive',
      headerLines: [2],
      columns: [{ id: 'a', label: 'Prognos 2026', scenario: 'forecast', period: { from: '2026-01-01', to: '2026-12-31' } }],
      lines: [
        { id: 'a', label: 'Enter', printedLabel: 'Enter', sourceLine: 5, text: 'Enter 120', nature: 'cost', role: 'item', values: {} },
      ],
    }
    const reading = await at.open({ readFile: plainReader([statement]) })
    await reading.ingest({ bytes: bytesOf('Plan\nTkr\nEnter fortsätter\nEnter växer\nEnter 120'), fileName: 'plan.txt' })
    expect((await reading.search('prognos för Enter i driftredovisningen', { limit: 3 }))[0]?.line).toBe(5)
    reading.close()
  })
})
