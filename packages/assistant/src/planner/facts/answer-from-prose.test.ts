import { createLibrary, type DocumentReading } from '@finsam/domain'
import { describe, expect, test } from 'vitest'
import { ask } from '../../ask.ts'
import type { AssistantContext } from '../../context.ts'

type Fact = DocumentReading['facts'][number]

const lines = [
  'Samordningsförbundet Norrvik',
  'Teamets mål är att 80 % av deltagarna ska ta ett steg framåt.',
  'Resultatet blev att 65 % tog ett steg framåt, och av dem gick 9 % till arbete och 5 % till studier.',
  'Förbundet sökte en minskning med 10 %. Beslutet blev en minskning med 12 %.',
  'Styrelsen har haft 7 möten, varav 2 tillsammans med chefsgruppen.',
  'Bryggan drivs av Ekby kommun.',
  'Kansliet drog över sin budget. Det beror på högre hyror.',
  'Chefsgruppen leds av förbundschefen.',
  'Medlemmar är Region Norrvik, Försäkringskassan, Arbetsförmedlingen och Ekby kommun.',
  'Ordförande är Karin Ek.',
  'Vice ordförande är Bo Alm.',
  'Bryggan startade 2021.',
  'Målet för teamet nåddes inte.',
  'Steget drivs av Ekby kommun med tre coacher.',
  'I enkäten svarade av totalt 305 tillfrågade 273 elever.',
  'Antalet platser i Bryggan ska höjas, från 12 till 24.',
  'Förbundet har inga egna anställda.',
  'Revisorer är Lena Sund och Per Berg.',
]

const fact = (line: number, of: Pick<Fact, 'kind' | 'subject' | 'attribute' | 'value' | 'printed'> & Partial<Fact>): Fact => ({
  id: `fact-${line}-${of.printed}`,
  context: lines[line - 1] ?? '',
  source: { document: 'norrvik-2024', line, text: lines[line - 1] ?? '' },
  ...of,
})
const share = (line: number, value: number, more: Partial<Fact> = {}): Fact =>
  fact(line, { kind: 'share', subject: 'Teamet', attribute: 'andel', value, unit: 'percent', printed: `${value} %`, ...more })

const reading: DocumentReading = {
  document: {
    id: 'norrvik-2024',
    hash: 'a'.repeat(64),
    title: 'Verksamhetsplan 2024',
    kind: 'plan-and-budget',
    association: 'norrvik',
    associationName: 'Samordningsförbundet Norrvik',
    fiscalYear: 2024,
    status: 'decided',
    language: 'sv',
    lines: lines.length,
  },
  statements: [],
  facts: [
    share(2, 80, { kind: 'target', attribute: 'av deltagarna ska ta ett steg framåt' }),
    share(3, 65, { attribute: 'tog ett steg framåt' }),
    share(3, 9, { attribute: 'till arbete' }),
    share(3, 5, { attribute: 'till studier' }),
    share(4, 10, { kind: 'allotment', subject: 'Tilldelning', attribute: 'sökt minskning' }),
    share(4, 12, { kind: 'allotment', subject: 'Tilldelning', attribute: 'minskning' }),
    fact(5, { kind: 'statistic', subject: 'Styrelse', attribute: 'möten', value: 7, unit: 'meetings', printed: '7 möten' }),
    fact(5, {
      kind: 'statistic',
      subject: 'Styrelse',
      attribute: 'tillsammans med chefsgruppen',
      value: 2,
      unit: 'count',
      printed: '2',
    }),
    fact(6, { kind: 'organisation', subject: 'Bryggan', attribute: 'drivs av', value: 'Ekby kommun', printed: 'drivs av Ekby kommun.' }),
    fact(9, {
      kind: 'organisation',
      subject: 'Samordningsförbundet Norrvik',
      attribute: 'medlemmar',
      value: ['Region Norrvik', 'Försäkringskassan', 'Arbetsförmedlingen', 'Ekby kommun'],
      printed: 'Region Norrvik',
    }),
    fact(10, { kind: 'organisation', subject: 'Ordförande', attribute: 'namn', value: 'Karin Ek', printed: 'Karin Ek' }),
    fact(11, { kind: 'organisation', subject: 'Vice ordförande', attribute: 'namn', value: 'Bo Alm', printed: 'Bo Alm' }),
    fact(12, { kind: 'date', subject: 'Bryggan', attribute: 'startar', value: 2021, unit: 'year', printed: '2021' }),
    fact(13, {
      kind: 'narrative',
      subject: 'Teamet',
      attribute: 'måluppfyllelse, av deltagarna ska ta ett steg framåt',
      value: 'Målet för teamet nåddes inte',
      printed: 'Målet för teamet nåddes inte.',
    }),
    fact(14, { kind: 'organisation', subject: 'Steget', attribute: 'drivs av', value: 'Ekby kommun', printed: 'drivs av Ekby kommun' }),
    fact(14, {
      kind: 'statistic',
      subject: 'Steget',
      attribute: 'Steget drivs av Ekby kommun med coacher',
      value: 3,
      unit: 'count',
      printed: 'tre',
    }),
    fact(15, { kind: 'statistic', subject: 'Enkäten', attribute: 'tillfrågade', value: 305, unit: 'count', printed: '305' }),
    fact(15, {
      kind: 'statistic',
      subject: 'Enkäten',
      attribute: 'svarade elever',
      value: 273,
      unit: 'participants',
      printed: '273 elever',
    }),
    fact(16, { kind: 'statistic', subject: 'Bryggan', attribute: 'platser', value: 12, unit: 'count', qualifier: 'from', printed: '12' }),
    fact(16, { kind: 'target', subject: 'Bryggan', attribute: 'platser', value: 24, unit: 'count', qualifier: 'to', printed: 'till 24' }),
    fact(17, {
      kind: 'staffing',
      subject: 'Samordningsförbundet Norrvik',
      attribute: 'egna anställda',
      value: 0,
      unit: 'persons',
      printed: 'inga egna anställda',
    }),
    fact(18, { kind: 'organisation', subject: 'Revisorer', attribute: 'namn', value: 'Lena Sund', printed: 'Revisorer är Lena Sund' }),
    fact(18, { kind: 'organisation', subject: 'Revisorer', attribute: 'namn', value: 'Per Berg', printed: 'Per Berg' }),
  ],
  findings: [],
  headings: [],
  meter: { numbers: 0, accounted: 0, rest: [] },
}

const registry = {
  associations: [
    { id: 'norrvik', name: 'Samordningsförbundet Norrvik', shortName: 'Norrvik', aliases: [], predecessors: [], members: [], sources: [] },
  ],
}
const context: AssistantContext = {
  library: createLibrary([reading], registry),
  sourceLines: (_, from, to) => lines.slice(from - 1, to),
  search: async () => [],
}

const answered = async (question: string): Promise<readonly number[]> => {
  const { status, figures } = await ask(context, { question })
  return status === 'answered' ? figures.filter(({ role }) => role === 'answer').map(({ value }) => value) : []
}

describe('of the numbers of one sentence, the one in whose part the question’s words stand', () => {
  test.each([
    { question: 'Hur stor andel av Norrviks deltagare gick till studier?', value: 5 },
    { question: 'Hur stor andel gick till arbete i Norrvik?', value: 9 },
    { question: 'What share of the participants in Norrvik went on to studies?', value: 5 },
    { question: 'Hur många möten har styrelsen i Norrvik haft?', value: 7 },
    { question: 'Hur många av de tillfrågade eleverna i Norrvik svarade på enkäten?', value: 273 },
    { question: 'Hur många platser ska Bryggan i Norrvik ha?', value: 24 },
    { question: 'Hur många av styrelsens möten i Norrvik hölls tillsammans med chefsgruppen?', value: 2 },
  ])('$question', async ({ question, value }) => expect(await answered(question)).toEqual([value]))
})

describe('a goal, an outcome and an application are never given for one another', () => {
  test.each([
    { question: 'Vad är målet i Norrvik för hur stor andel som ska ta ett steg framåt?', value: 80 },
    { question: 'Hur stor andel tog ett steg framåt i Norrvik?', value: 65 },
    { question: 'Hur stor minskning sökte Norrvik?', value: 10 },
  ])('$question', async ({ question, value }) => expect(await answered(question)).toEqual([value]))
})

describe('no answer where a weighty word has no place', () => {
  test.each([
    'Hur stor andel av Norrviks deltagare fick praktik?',
    'Hur många möten har revisorerna i Norrvik haft?',
    'Vem driver Vägvalet i Norrvik?',
    'När bildades Samordningsförbundet Norrvik?',
    'Varför sades förbundschefen i Norrvik upp?',
    'Hur många coacher arbetar i Bryggan i Norrvik?',
    'Hur många män svarade på enkäten i Norrvik?',
    'Vem är ekonom i Norrvik?',
  ])('%s', async question => expect((await ask(context, { question })).status).not.toBe('answered'))
})

describe('what is told in words', () => {
  test.each([
    { question: 'Vem driver Bryggan i Norrvik?', says: 'Bryggan drivs av Ekby kommun.' },
    { question: 'Varför drog kansliet i Norrvik över sin budget?', says: 'högre hyror' },
    { question: 'Vem leder chefsgruppen i Norrvik?', says: 'förbundschefen' },
  ])('$question', async ({ question, says }) => {
    const answer = await ask(context, { question })
    expect(answer.status).toBe('answered')
    expect(answer.text).toContain(says)
    expect(answer.facts[0]?.sources[0]?.document).toBe('norrvik-2024')
  })
})

describe('who holds an office', () => {
  test.each([
    { question: 'Vem är ordförande i Norrvik?', says: /Karin Ek/, not: /Bo Alm/ },
    { question: 'Vem är vice ordförande i Norrvik?', says: /Bo Alm/, not: /Karin Ek/ },
    { question: 'Vilka är revisorer i Norrvik?', says: /Lena Sund.*Per Berg/, not: /Karin/ },
  ])('$question', async ({ question, says, not }) => {
    const answer = await ask(context, { question })
    expect(answer.status).toBe('answered')
    expect(answer.text).toMatch(says)
    expect(answer.text).not.toMatch(not)
  })
})

describe('a yes or no that the prose decides', () => {
  test.each([
    { question: 'Är Ekby medlem i Norrvik?', holds: true },
    { question: 'Är Storviks kommun medlem i Norrvik?', holds: false },
    { question: 'Har förbundet i Norrvik några egna anställda?', holds: false },
    { question: 'Nåddes målet för teamet i Norrvik?', holds: false },
  ])('$question', async ({ question, holds }) => {
    const answer = await ask(context, { question })
    expect(answer.verdict?.holds).toBe(holds)
    expect(answer.text).toMatch(holds ? /^Ja/ : /^Nej/)
  })
})
