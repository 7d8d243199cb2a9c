import { describe, expect, test } from 'vitest'
import { factsOf, type Wanted } from './test-support/told-facts.ts'

const inPlan = (text: string) => factsOf(text, 'Verksamhetsplan 2026')

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
  {
    name: 'heads after their label',
    text: 'Stigen\n\nDeltagare: 38 (16 kvinnor, 22 män).',
    facts: [{ attribute: 'Deltagare', value: 38, unit: 'participants' }],
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
  {
    name: 'officers told in other orders',
    text: 'Ordförande under 2025 har varit Karin Berg, Tallmyra kommun. Till vice ordförande valdes Per-Olof Hägg. Förbundschef är sedan mars 2022 Johan Ek. Revisorer är Anna Sund, utsedd av regionen, och Granskarna AB.',
    facts: [
      { subject: 'Ordförande', value: 'Karin Berg' },
      { subject: 'Vice ordförande', value: 'Per-Olof Hägg' },
      { subject: 'Förbundschef', value: 'Johan Ek' },
      { subject: 'Revisorer', value: 'Anna Sund' },
      { subject: 'Revisorer', value: 'Granskarna AB' },
    ],
  },
  {
    name: 'signatures side by side',
    text: 'Tallmyra den 3 oktober 2026\n\nKarin Lindblom Per-Olov Hägg\nOrdförande Vice ordförande',
    facts: [
      { subject: 'Ordförande', value: 'Karin Lindblom' },
      { subject: 'Vice ordförande', value: 'Per-Olov Hägg' },
    ],
  },
  {
    name: 'members called principals, the municipalities last',
    text: 'Bakom förbundet står fem huvudmän: Region Uppland, Försäkringskassan, Arbetsförmedlingen samt Björköby och Tallmyra kommuner.',
    facts: [
      {
        attribute: 'medlemmar',
        value: ['Region Uppland', 'Försäkringskassan', 'Arbetsförmedlingen', 'Björköby kommun', 'Tallmyra kommun'],
      },
    ],
  },
  {
    name: 'a board of six, one from each member',
    text: 'Styrelsen består av sex ledamöter och sex ersättare, en ordinarie och en ersättare från varje medlem.',
    facts: [
      { subject: 'Styrelse', attribute: 'ledamöter', value: 6 },
      { subject: 'Styrelse', attribute: 'ersättare', value: 6 },
    ],
  },
  {
    name: 'a board that met so many times, told by a pronoun',
    text: 'Styrelsen består av fem ordinarie ledamöter med var sin ersättare. Den har träffats vid åtta tillfällen.',
    facts: [
      { subject: 'Styrelse', attribute: 'ersättare', value: 5 },
      { subject: 'Styrelse', attribute: 'möten', value: 8, unit: 'meetings' },
    ],
  },
  {
    name: 'two bodies that meet, parted by a semicolon',
    text: 'Ett arbetsutskott träffas tio gånger om året; styrelsen möts fem gånger.',
    facts: [{ subject: 'Styrelse', attribute: 'möten', value: 5, unit: 'meetings' }],
  },
  {
    name: 'an outcome under its goal',
    text: '3. Måluppfyllelse\n\nMål 1: Minst 35 % av deltagarna ska gå vidare till arbete.\nUtfall: 42 %. Målet är uppnått.',
    facts: [
      { kind: 'target', value: 35 },
      { kind: 'share', attribute: 'utfall, av deltagarna ska gå vidare till arbete', value: 42 },
      { attribute: 'måluppfyllelse, av deltagarna ska gå vidare till arbete', value: 'Målet är uppnått' },
    ],
  },
  {
    name: 'where a goal stands by a month, which is no level of it',
    text: '3. Mål\n\nMål 1: Kötiden ska vara högst 4 veckor i alla insatser. Läge augusti: Motorn 7 veckor, övriga under 4. Nås inte.',
    facts: [
      { kind: 'target', value: 4, unit: 'weeks', qualifier: 'max' },
      { kind: 'statistic', attribute: 'utfall, veckor i alla insatser', value: 7, unit: 'weeks' },
      { attribute: 'måluppfyllelse, veckor i alla insatser', value: 'Nås inte' },
    ],
  },
  {
    name: 'how often, by a stroke',
    text: 'Beredningsgruppen träffas 2 ggr/månad. Rådet träffas varannan månad.',
    facts: [
      { value: 2, unit: 'times_per_month' },
      { attribute: 'hur ofta', value: 'varannan månad' },
    ],
  },
  {
    name: 'the outcome of another year beside a goal',
    text: '3. Mål för 2026\n\nMål 1. 45 % av deltagarna ska gå vidare till studier (utfall 2024: 38 %).',
    facts: [
      { kind: 'target', value: 45 },
      { kind: 'share', value: 38, period: { from: '2024-01-01', to: '2024-12-31' } },
    ],
  },
  {
    name: 'what came out, and the goal that it is held against',
    text: 'Totalt kom 430 medarbetare, mot målet 350.',
    facts: [
      { kind: 'statistic', value: 430 },
      { kind: 'target', value: 350 },
    ],
  },
  {
    name: 'a doubled goal is its later side',
    text: '3. Mål för 2026\n\nAntalet föräldrar som får stöd ska fördubblas, från 12 till 24.',
    facts: [{ kind: 'target', value: 24, qualifier: 'to' }],
  },
  {
    name: 'shares out of ten',
    text: 'Nio av tio chefer ska känna till förbundet.',
    facts: [{ value: 90, unit: 'percent' }],
  },
  {
    name: 'who causes what, by a pronoun',
    text: 'Kansliet går över sin budget. Det beror på högre pensionskostnader.',
    facts: [{ subject: 'Kansli', attribute: 'orsak', value: 'högre pensionskostnader' }],
  },
  {
    name: 'former names',
    text: 'Gruppen styr VerkSam (tidigare Arenan). Förbundet hade tidigare namnet Samordningsförbundet Östra Lagunda.',
    facts: [
      { subject: 'VerkSam', attribute: 'tidigare namn', value: 'Arenan' },
      { subject: 'Samordningsförbundet Lagunda', attribute: 'tidigare namn', value: 'Samordningsförbundet Östra Lagunda' },
    ],
  },
  {
    name: 'who runs what a relative clause speaks of',
    text: 'Förbundet använder SUS, som är ett statligt system och administreras av Försäkringskassan.',
    facts: [{ subject: 'SUS', attribute: 'administreras av', value: 'Försäkringskassan' }],
  },
  {
    name: 'days of the year that the text is about',
    text: 'Under 2026 startar Bryggan den 22 april.',
    facts: [{ kind: 'date', value: '2026-04-22', qualifier: 'year-inferred' }],
  },
  {
    name: 'inhabitants in brackets',
    text: 'I de två kommunerna som förbundet omfattar bor det sammanlagt 47 310 personer (Tallmyra 24 912 och Björköby 22 398).',
    facts: [
      { attribute: expect.stringMatching(/^Tallmyra, /), value: 24912, unit: 'persons' },
      { value: 22398, unit: 'persons' },
    ],
  },
  {
    name: 'a table of the board with deputies',
    text: '| Ledamot | Ersättare | Utsedd av |\n|---|---|---|\n| Marie Alm (ordförande) | Tomas Ek | Region Uppland |\n| Ingela Frid | Rolf Sand | Tallmyra kommun |',
    facts: [
      { subject: 'Ordförande', attribute: 'namn', value: 'Marie Alm' },
      { subject: 'Ersättare för Ingela Frid', attribute: 'namn', value: 'Rolf Sand' },
      { subject: 'Ingela Frid', attribute: 'utsedd av', value: 'Tallmyra kommun' },
    ],
  },
  {
    name: 'a table of attendance, its columns set apart by spaces',
    text: 'Namn                      Utsedd av            Närvaro\nKent Sjö, v. ordf.        Region Uppland       5\nFarida Haddad             Tallmyra kommun      6',
    facts: [
      { subject: 'Vice ordförande', attribute: 'namn', value: 'Kent Sjö' },
      { subject: 'Ledamot', attribute: 'namn', value: 'Farida Haddad' },
      { subject: 'Farida Haddad', attribute: 'närvaro', value: 6, unit: 'meetings' },
    ],
  },
  {
    name: 'auditors by what they have done',
    text: 'Granskarna har på uppdrag av staten granskat förbundet. För kommunerna har Stig Lund och Maria Ek varit revisorer.',
    facts: [
      { subject: 'Revisorer', value: 'Granskarna' },
      { subject: 'Revisorer', value: 'Stig Lund' },
      { subject: 'Revisorer', value: 'Maria Ek' },
    ],
  },
  {
    name: 'a bracket that goes on in the next line',
    text: 'Ansökan om medel är inskickad till fonden (6,26\n\nMSEK)\n\nNästa stycke.',
    facts: [{ value: 6.26, unit: 'mnkr' }],
  },
]

const untold: readonly Wanted[] = [
  {
    name: 'a heading number is no part of a post',
    text: '1.7 Ekonomi\n\nEkonomin är god.',
    facts: [{ kind: 'staffing' }],
  },
  {
    name: 'what somebody decided is no decision on the document',
    text: 'Styrelsen beslutade 2026-05-30 att avsätta medel.',
    facts: [{ attribute: 'beslut' }],
  },
  {
    name: 'a participant who leaves is no end of anything',
    text: 'Av dem som avslutas ska hälften ha gått till arbete, vilket är fler än 2025.',
    facts: [{ attribute: 'avslutas' }],
  },
  {
    name: 'a board of six is not six from each member',
    text: 'Styrelsen består av sex ledamöter och sex ersättare, en ordinarie och en ersättare från varje medlem.',
    facts: [{ attribute: 'utser, ledamöter', value: 6 }, { value: 36 }],
  },
  {
    name: 'amounts under a header that names no person',
    text: 'Namn                 Belopp\nKansli lokaler       120\nResor                 30',
    facts: [{ attribute: 'namn', subject: 'Ledamot' }],
  },
  {
    name: 'an amount of a year is no range that begins with it',
    text: 'Staten har minskat bidraget för 2024 till 3 990 tkr.',
    facts: [{ value: { from: 2024, to: 3990 } }],
  },
  {
    name: 'cells between bars are no prose',
    text: '| Avsnitt | Sida |\n|---|---|\n| Om förbundet | 3 |',
    facts: [{ kind: 'statistic' }],
  },
]

describe('reads facts out of prose', () => {
  test.each(told)('$name', ({ text, facts }) => {
    const read = inPlan(text)
    for (const wanted of facts) expect(read).toContainEqual(expect.objectContaining(wanted))
  })
})

describe('does not read into prose what it does not say', () => {
  test.each(untold)('$name', ({ text, facts }) => {
    const read = inPlan(text)
    for (const unwanted of facts) expect(read).not.toContainEqual(expect.objectContaining(unwanted))
  })
})

test('what is told of another association is not told of this one', () => {
  const facts = inPlan('Samordningsförbundet Fjällbygden bildades 2012. Samordningsförbundet Lagunda bildades 2010.').filter(
    fact => fact.attribute === 'bildat',
  )
  expect(facts.map(({ subject, value }) => [subject, value])).toEqual([
    ['Samordningsförbundet Fjällbygden', 2012],
    ['Samordningsförbundet Lagunda', 2010],
  ])
})

test('a fact cites the line of its own words', () => {
  const [fact] = inPlan('Förbundets styrelse består av\nåtta ledamöter och åtta\nersättare.').filter(each => each.attribute === 'ersättare')
  expect(fact?.source).toMatchObject({ document: 'lagunda-2026', line: 6, lineTo: 7 })
  expect(fact?.printed).toBe('åtta ersättare.')
})

test('rows of figures are no prose', () => {
  expect(inPlan('Personalkostnader 250 300 400\nLokaler 20 30 40\nÖvrigt 1 200').filter(fact => fact.source.line > 4)).toEqual([])
})
