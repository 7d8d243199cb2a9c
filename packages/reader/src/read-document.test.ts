import { documentReadingSchema } from '@finsam/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'

const registry = { associations: [] }
const read = (text: string, fileName = 'plan-2026.txt') => readDocument({ bytes: new TextEncoder().encode(text), fileName, registry })

describe('tells what a document is', () => {
  test.each([
    {
      name: 'a plan with its budget',
      text: 'Samordningsförbundet Dal\nVerksamhetsplan och budget 2026\nBeslutad av styrelsen 2025-11-20\n\nText om mål.',
      about: {
        kind: 'plan-and-budget',
        fiscalYear: 2026,
        decided: '2025-11-20',
        decidedBy: 'styrelsen',
        status: 'decided',
        title: 'Verksamhetsplan och budget 2026',
      },
    },
    {
      name: 'a title over two lines',
      text: 'Samordningsförbundet Dal\n\nVerksamhetsplan\n\n2026\n\nText om mål.',
      about: { kind: 'plan', fiscalYear: 2026, title: 'Verksamhetsplan 2026', status: 'unknown' },
    },
    {
      name: 'an interim report',
      text: 'Delårsrapport 2025\nSamordningsförbundet Dal\n\nDelårsrapporten gäller januari till juni 2025.',
      about: { kind: 'interim-report', fiscalYear: 2025 },
    },
    {
      name: 'an annual report',
      text: 'ÅRSREDOVISNING 2024\nSamordningsförbundet Dal\n\nÅrsredovisningen godkändes.',
      about: { kind: 'annual-report', fiscalYear: 2024 },
    },
    {
      name: 'a proposal',
      text: 'Förslag till budget 2026\nSamordningsförbundet Dal\n\nBudget för året.',
      about: { kind: 'budget', fiscalYear: 2026, status: 'proposal' },
    },
    { name: 'a revision', text: 'Reviderad verksamhetsplan 2026\nSamordningsförbundet Dal\n\nText.', about: { status: 'revised' } },
    {
      name: 'English',
      text: 'Annual report 2024\n\nThe association is responsible for the coordination of rehabilitation and works with the members.',
      about: { kind: 'annual-report', language: 'en' },
    },
  ])('$name', ({ text, about }) => {
    const result = read(text)
    expect(result.ok && result.value.reading.document).toMatchObject(about)
  })
})

test('the id is the file name, made safe', () => {
  const ids = ['dal-2026.txt', 'C:\\Mina dokument\\Årsplan 2026.TXT', '../../etc/passwd.md', '...txt'].map(name => {
    const result = read('Budget för året', name)
    return result.ok ? result.value.reading.document.id : result.failure.code
  })
  expect(ids).toEqual(['dal-2026', 'arsplan-2026', 'passwd', 'document'])
})

test('another type of file is refused with what to do', () => {
  expect(read('hej', 'plan.exe')).toMatchObject({
    ok: false,
    failure: { code: 'file-type-unsupported', message: expect.stringContaining('.txt') },
  })
})

test('whatever the bytes, there is a reading that the schema knows, or one coded failure', () => {
  const pieces = fc.constantFrom(
    'Samordningsförbundet ',
    'Styrelsen består av ',
    '5 ',
    '1 987 700',
    ' %',
    'ledamöter',
    '\n',
    '\n\n',
    ' ',
    '(',
    ')',
    '"',
    '- ',
    '# ',
    '\t',
    '\f',
    '2024-13-45',
    '9'.repeat(400),
    'é6&dii',
    'Mål: ',
    '\u0000',
    '𝒳',
    ', och ',
    '. ',
  )
  const text = fc.array(pieces, { maxLength: 60 }).map(parts => new TextEncoder().encode(parts.join('')))
  fc.assert(
    fc.property(fc.oneof(text, fc.uint8Array({ maxLength: 600 })), bytes => {
      const result = readDocument({ bytes, fileName: 'x.txt', registry })
      if (!result.ok) expect(result.failure.message.split('\n')).toHaveLength(1)
      else expect(documentReadingSchema.safeParse(result.value.reading).success).toBe(true)
    }),
    { seed: 7, numRuns: 400 },
  )
})
