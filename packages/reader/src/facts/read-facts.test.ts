import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const registry = { associations: [] }
const title = 'Samordningsförbundet Lagunda\n\nVerksamhetsplan 2026\n\n'
const factsOf = (text: string) => {
  const result = readDocument({ bytes: new TextEncoder().encode(title + text), fileName: 'lagunda-2026.txt', registry })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value.reading.facts
}

interface Wanted {
  readonly name: string
  readonly text: string
  readonly facts: readonly Record<string, unknown>[]
}

const told: readonly Wanted[] = [
  {
    name: 'members, and how many',
    text: 'Medlemmar är Försäkringskassan, Arbetsförmedlingen, Region Uppland samt kommunerna Björköby och Tall.',
    facts: [
      { attribute: 'medlemmar', value: ['Försäkringskassan', 'Arbetsförmedlingen', 'Region Uppland', 'Björköby kommun', 'Talls kommun'] },
      { attribute: 'antal medlemmar', value: 5 },
    ],
  },
  {
    name: 'the board',
    text: 'Förbundet leds av en styrelse som består av åtta ledamöter och åtta ersättare.',
    facts: [
      { subject: 'Styrelse', attribute: 'ledamöter', value: 8 },
      { subject: 'Styrelse', attribute: 'ersättare', value: 8 },
    ],
  },
  {
    name: 'a board of one from each member',
    text: 'Förbundet består av fem medlemmar.\n\nStyrelsen består av en ledamot och en ersättare från respektive medlem.',
    facts: [
      { attribute: 'utser, ledamöter', value: 1 },
      { attribute: 'ledamöter', value: 5, qualifier: 'derived' },
      { attribute: 'ersättare', value: 5 },
    ],
  },
  {
    name: 'staff with employers',
    text: '4.1 Team Nord\n\nTeamet bemannas av 1,0 verksamhetsledare och 4,0 socialkonsulenter anställda av Tallmyra kommun samt 0,4 arbetsförmedlare anställd av Arbetsförmedlingen.',
    facts: [
      { subject: 'Team Nord', attribute: 'verksamhetsledare, anställd av Tallmyra kommun', value: 1, unit: 'fte' },
      { attribute: 'socialkonsulenter, anställd av Tallmyra kommun', value: 4 },
      { attribute: 'arbetsförmedlare, anställd av Arbetsförmedlingen', value: 0.4 },
    ],
  },
  {
    name: 'people times a share',
    text: 'I teamet arbetar 4 x 0,4 personal från parterna.',
    facts: [{ attribute: 'personal, tillsammans', value: 1.6, unit: 'fte' }],
  },
  {
    name: 'shares of full time',
    text: 'Kansliet har en förbundschef på 65% och en ekonom på 20 procent.',
    facts: [
      { subject: 'Kansli', attribute: 'förbundschef, tjänstgöringsgrad', value: 65, unit: 'percent' },
      { attribute: 'ekonom, tjänstgöringsgrad', value: 20 },
    ],
  },
  { name: 'nobody employed', text: 'Förbundet har inga egna anställda.', facts: [{ attribute: 'egna anställda', value: 0 }] },
  {
    name: 'officers by name',
    text: 'Ordförande är Karin Lindqvist och vice ordförande är Per-Olof Sundin.',
    facts: [
      { subject: 'Ordförande', value: 'Karin Lindqvist' },
      { subject: 'Vice ordförande', value: 'Per-Olof Sundin' },
    ],
  },
  {
    name: 'the target group and an initiative of another age',
    text: '2. Målgrupp\n\nMålgruppen är personer i åldern 16–66 år. Insatsen Bryggan riktar sig till unga vuxna 18–24 år.',
    facts: [
      { subject: 'Målgrupp', attribute: 'ålder', value: { from: 16, to: 66 } },
      { attribute: 'ålder, insatsens målgrupp: unga vuxna', value: { from: 18, to: 24 } },
    ],
  },
  {
    name: 'goals with and without a level',
    text: '3. Mål för 2026\n\n- Minst 60 procent av deltagarna ska gå vidare.\n- Antalet avbrott ska minska.\n- Ett nätverk bildas för arbetsgivare.',
    facts: [
      { kind: 'target', value: 60, qualifier: 'min', period: { from: '2026-01-01', to: '2026-12-31' } },
      { kind: 'target', value: 'decrease' },
      { kind: 'target', value: true },
    ],
  },
  {
    name: 'who pays what share, in words',
    text: 'Staten bidrar med hälften av medlen, regionen med en fjärdedel och kommunerna med resterande fjärdedel.',
    facts: [
      { attribute: 'andel från staten', value: 50 },
      { attribute: 'andel från regionen', value: 25 },
      { attribute: 'andel från kommunerna', value: 25 },
    ],
  },
  {
    name: 'a change in millions',
    text: 'Staten erbjöd en ökning från 4,0 till 5,5 miljoner inför 2027.',
    facts: [
      { value: 4, unit: 'mnkr' },
      { value: 5.5, unit: 'mnkr', period: { from: '2027-01-01', to: '2027-12-31' } },
    ],
  },
  {
    name: 'what is left over',
    text: 'Av det egna kapitalet på 299 tkr ska 200 tkr överföras till nästa förbund. Övriga medel används i år.',
    facts: [{ value: 299, unit: 'tkr' }, { value: 200 }, { value: 99, qualifier: 'derived' }],
  },
  {
    name: 'dates of a life',
    text: 'Samordningsförbundet Lagunda bildades i maj 2010. Förbundet upphör sista december 2027.',
    facts: [
      { attribute: 'bildat', value: '2010-05' },
      { attribute: 'avslutas', value: '2027-12-31' },
    ],
  },
  {
    name: 'a decision with its body',
    text: 'Planen fastställdes av förbundsstyrelsen den 20 november 2025.',
    facts: [
      { attribute: 'beslut', value: '2025-11-20' },
      { attribute: 'beslutad av', value: 'förbundsstyrelsen' },
    ],
  },
  {
    name: 'services bought from a list',
    text: 'Förbundet köper administrativa tjänster från\n\n- Tallmyra kommun\n- Lönenämnden',
    facts: [{ value: ['Tallmyra kommun', 'Lönenämnden'] }],
  },
  {
    name: 'laws',
    text: 'Verksamheten följer lagen om finansiell samordning av rehabiliteringsinsatser (2003:1210).',
    facts: [{ kind: 'legal', value: '2003:1210' }],
  },
  {
    name: 'how often',
    text: 'Styrelsen sammanträder sex gånger per år. Nätverket träffas varannan vecka.',
    facts: [
      { attribute: 'gånger per år', value: 6 },
      { attribute: 'hur ofta', value: 'varannan vecka' },
    ],
  },
]

describe('reads facts out of prose', () => {
  test.each(told)('$name', ({ text, facts }) => {
    const read = factsOf(text)
    for (const wanted of facts) expect(read).toContainEqual(expect.objectContaining(wanted))
  })
})

test('what is told of another association is not told of this one', () => {
  const facts = factsOf('Samordningsförbundet Fjällbygden bildades 2012. Samordningsförbundet Lagunda bildades 2010.').filter(
    fact => fact.attribute === 'bildat',
  )
  expect(facts.map(({ subject, value }) => [subject, value])).toEqual([
    ['Samordningsförbundet Fjällbygden', 2012],
    ['Samordningsförbundet Lagunda', 2010],
  ])
})

test('a fact cites the line of its own words', () => {
  const [fact] = factsOf('Förbundets styrelse består av\nåtta ledamöter och åtta\nersättare.').filter(
    each => each.attribute === 'ersättare',
  )
  expect(fact?.source).toMatchObject({ document: 'lagunda-2026', line: 6, lineTo: 7 })
  expect(fact?.printed).toBe('åtta ersättare.')
})

test('rows of figures are no prose', () => {
  expect(factsOf('Personalkostnader 250 300 400\nLokaler 20 30 40\nÖvrigt 1 200').filter(fact => fact.source.line > 4)).toEqual([])
})
