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

describe('of what is asked, and of nothing that only stands near it', () => {
  const text = [
    '# Personal\n\nPå kansliet finns en förbundschef på 65 % och en verksamhetsutvecklare.',
    '# Styrelse\n\nStyrelsen består av sex ledamöter. Valet 2022 gav alla tre förbund nya styrelser, så ledamöterna gick en utbildning.',
    '# Målgrupp\n\nMålgruppen är personer i åldern 16–64 år. Måttet är ohälsa per invånare i arbetsför ålder (20–64 år).',
    '# Beslut\n\nTilldelningen sänktes, och budgeten för 2025 har anpassats.',
    '# Samverkan\n\nHinder för samverkan ska föras upp till chefsgruppen. En brobyggare är ett stöd mellan vård och kommun.',
  ].join('\n\n')
  asksOf(text, [
    { question: 'Hur många anställda har Lagunda?', says: /2\s?personer/ },
    { question: 'Hur många procent jobbar förbundschefen i Lagunda?', says: /65\s%/ },
    { question: 'Hur många sitter i styrelsen i Lagunda?', says: /6\sledamöter/, not: /2022/ },
    { question: 'How old are the people that Lagunda works with?', says: /16–64/, not: /20–64/ },
    { question: 'Vad gör en brobyggare i Lagunda?', says: /stöd mellan vård och kommun/ },
  ])
  refusedOf(text, [
    'When was the 2025 budget of Lagunda decided?',
    'När beslutades budgeten för 2025 i Lagunda?',
    'När ska Lagunda gå upp i det nya förbundet?',
    'Vad gör en samverkanskoordinator i Lagunda?',
    'Hur många deltagare räknar Lagunda med 2024?',
  ])
})

describe('where something stands', () => {
  const text = [
    '# Mål\n\nMålet är en fördelning om ca 70 % till individinsatser och 30 % till metodutveckling. Mål 4 nåddes inte, eftersom kursen ställdes in.',
    '# Ekonomi\n\nInsatser 3 204 3 467 263 5 020\nAvvikelsen för insatser, 263 tkr, förklaras av att Språkspåret startade sent.',
    'Avgifterna har 2024 sénkts jamfort med tidigare ar. Detta har gjorts enligt plan.',
  ].join('\n\n')
  asksOf(text, [
    {
      question: 'Var i Lagundas årsredovisning står målet om 70 % till individinsatser och 30 % till metod? Citera meningen.',
      says: /fördelning om ca 70/,
      not: /Delfrågan/,
    },
    { question: 'Var i Lagunda står det varför mål 4 inte nåddes? Citera.', says: /kursen ställdes in/ },
    {
      question: 'Var i årsredovisningen för Lagunda förklaras avvikelsen för insatser? Citera.',
      says: /”Avvikelsen för insatser, 263 tkr, förklaras av att Språkspåret/,
    },
    { question: 'Var i Lagunda står det varför avgifterna har sänkts? Citera.', says: /sénkts.*enligt plan/ },
  ])
  refusedOf(text, ['Var i Lagunda står målet om 60 % till individinsatser? Citera.'])
})

describe('one initiative is not another, and the second half belongs to the first', () => {
  const text = [
    '# Insatser\n\nPorten drivs av Ekby kommun. I Porten arbetar fyra handledare. Viljan drivs av Tallmyra kommun.',
    '# Kansli\n\nPå kansliet finns en förbundschef på 65 %. Kostnaderna delas med Norrviks samordningsförbund, som också köper 35 % tjänst förbundschef.',
    '# Tid\n\nDeltagarna i Porten är inskrivna i högst 26 veckor. De flesta är mellan 30 och 44 år (30–44).',
  ].join('\n\n')
  asksOf(text, [
    {
      question: 'Hur stor tjänst har förbundschefen i Lagunda, och vilket förbund köper resten av tjänsten?',
      says: /65\s%.*Norrviks samordningsförbund/i,
    },
    { question: 'Hur länge är deltagarna i Porten i Lagunda inskrivna?', says: /26\sveckor/ },
  ])
  refusedOf(text, ['Hur många gick till arbete från Viljan i Lagunda?', 'Hur många deltagare har Porten i Lagunda?'])
})

describe('two halves of one statement', () => {
  const text = [
    '# Teamet\n\nMålet är att 80 % ska ha gjort en stegförflyttning. I Teamet har 70 % gjort en stegförflyttning.',
    '# Studien\n\nI studien deltog av totalt 305 tillfrågade 273 elever. Enkäten hade fyra frågor.',
  ].join('\n\n')
  asksOf(text, [
    { question: 'Hur många procent gjorde en stegförflyttning i Lagunda, och vad var målet?', says: /^70\s%.*80\s%/ },
    { question: 'Hur många elever deltog i studien i Lagunda, av hur många tillfrågade?', says: /^273.* 305 /, not: /Delfrågan/ },
  ])
})

describe('whom an officer comes from, and who of those that left', () => {
  const text = [
    '# Styrelse\n\nOrdförande är Inga Bergkvist (Ekby kommun), vice ordförande Said Rahimi (Region Uppland).',
    '# Personal\n\nKansliet består av en förbundschef och en administratör på 40 procent. Sammanlagt motsvarar det 1,4 årsarbetare (1,9 under 2023). Tjänsten som utvecklingsledare var vakant från den 1 juni till den 15 september, då Mats Eklöv tillträdde.',
    '# Resultat\n\nVi har mött 286 deltagare, och fyra av tio som avslutats har gått till arbete. Av de 118 som avslutades gick 31 till arbete och 17 till studier.',
  ].join('\n\n')
  asksOf(text, [
    { question: 'Vem är vice ordförande i Lagunda?', says: /Said Rahimi/, not: /Inga/ },
    { question: 'Vem är ordförande i Lagunda, och vilken kommun kommer hon från?', says: /Inga Bergkvist.*Ekby kommun/ },
    { question: 'Hur många årsarbetare hade Lagundas kansli 2024?', says: /^1,4/ },
    { question: 'Vem tillträdde som utvecklingsledare i Lagunda och när?', says: /Mats Eklöv.*2024-09-15/ },
    { question: 'Of those who finished in Lagunda 2024, how many went to work and how many to studies?', says: /^31 .* 17 / },
  ])
})

describe('goals with where they stand by a month', () => {
  const text = [
    '# Mål\n\nMål 1: Minst 150 deltagare under året. Läge augusti: 152. Nås.\n\nMål 2: Kötiden ska vara högst 4 veckor i alla insatser. Läge augusti: Motorn 7 veckor, övriga under 4. Nås inte.',
    '# Styrelse\n\nUnder året har fem ordinarie sammanträden och ett extra sammanträde hållits. Det extra sammanträdet den 27 augusti gällde uppsägningen av avtalet med Ekby lärcenter.',
    '# Medlemmar\n\nEkby kommun blev medlem den 1 januari 2023.',
    '# Resultat\n\nAv de 118 som avslutades gick 31 till arbete, 17 till studier och 22 blev aktivt arbetssökande.',
  ].join('\n\n')
  asksOf(text, [
    { question: 'Vilka mål nås inte i Lagunda?', says: /^1 av 2 mål nåddes inte.*Kötiden.*högst 4 veckor.*7 veckor/ },
    { question: 'Nådde Lagunda målet för kötiden?', says: /^Nej\. Målet ”Kötiden.* är inte nått/ },
    { question: 'What did the extra board meeting in Lagunda on 27 August deal with?', says: /Ekby lärcenter/, not: /2024-08-27/ },
    { question: 'Vad gällde det extra sammanträdet i Lagunda?', says: /Ekby lärcenter/ },
    { question: 'When did Ekby join Lagunda?', says: /2023-01-01/ },
    { question: 'Of those who finished, how many went to work?', says: /^31 / },
  ])
  refusedOf(text, ['När utträdde Ekby ur Lagunda?', 'Nådde Lagunda målet för antalet praktikplatser?'])
})

describe('a goal held against what came out, and the other half in the same sentence', () => {
  const text = [
    '# Teamet\n\nEnligt verksamhetens mål ska 80 % av deltagarna i Teamet ha gjort en stegförflyttning. Resultatet visar att 70 % av deltagarna i Teamet har gjort en stegförflyttning.',
    '# Motorn\n\nMotorn har under perioden tagit emot 104 deltagare. Under perioden har 80 deltagare i Motorn haft praktik.',
    '# Porten\n\nPorten utvärderas av Ekby högskola; slutrapporten lämnas i maj 2025 och kostar 150 000 kronor.',
  ].join('\n\n')
  asksOf(text, [
    { question: 'Nådde Teamet i Lagunda sitt mål för stegförflyttning?', says: /^Nej\. .*målet är 80\s%.*utfallet är 70\s%/ },
    { question: 'Ligger stegförflyttningen i Lagunda under målet?', says: /^Ja\./ },
    { question: 'Hur många deltagare har Motorn i Lagunda haft totalt?', says: /^104\s/, not: /80 deltagare/ },
    { question: 'Vem utvärderar Porten och vad kostar utvärderingen?', says: /Ekby högskola.*150 000\skr/, not: /Delfrågan/ },
  ])
  refusedOf(text, ['Nådde Motorn i Lagunda sitt mål för praktik?'])
})

describe('goals in a table and records of initiatives', () => {
  const text = [
    '# Mål\n\n| Mål | Målnivå 2024 | Utfall 2024 | Bedömning |\n|---|---|---|---|\n| Andel nöjda deltagare | 85 % | 91 % | Uppfyllt |\n| Andel män bland deltagarna | 45 % | 38 % | Ej uppfyllt |\n| Antal kursdagar | 12 | 8 | Ej uppfyllt |',
    '# Insatser\n\n## Stödet\n\nÄgare: Ekby kommun\nTid: tills vidare\n\n## Bryggan\n\nÄgare: Tallmyra kommun\nTid: 2023-01-01 – 2025-12-31',
  ].join('\n\n')
  asksOf(text, [
    { question: 'Vilka mål nåddes inte i Lagunda?', says: /^2 av 3 mål nåddes inte.*män.*45.*38.*kursdagar/, not: /nöjda/ },
    { question: 'How many of the goals were not met in Lagunda?', says: /^2 of 3 goals/ },
    { question: 'Vilket utfall fick målet om nöjda deltagare i Lagunda?', says: /^91\s%/ },
    { question: 'Vad var målet för andelen nöjda deltagare i Lagunda, och vad blev utfallet?', says: /^85\s%.* 91\s%/ },
    { question: 'Uppfylldes målet om andel män bland deltagarna i Lagunda?', says: /^Nej/ },
    { question: 'Vem driver Stödet i Lagunda och hur länge pågår det?', says: /Ekby kommun.*tills vidare/ },
    { question: 'När avslutas Bryggan i Lagunda?', says: /2025-12-31/ },
  ])
})

describe('what is expected is not what came', () => {
  const text = '# Resultat\n\nPrognosen för helåret 2024 är ett underskott på 512 tkr. Kurserna kostade 40 tkr.'
  asksOf(text, [{ question: 'Vad visar prognosen för underskottet 2024 i Lagunda?', says: /512\stkr/ }])
  refusedOf(text, ['Vad blev det faktiska underskottet för helåret 2024 i Lagunda?'])
})
