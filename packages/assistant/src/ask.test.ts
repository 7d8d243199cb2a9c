import { expect, test } from 'vitest'
import { answerSchema } from './answer/answer.ts'
import { ask } from './ask.ts'
import { exampleContext } from './test-support/example-library.ts'

const context = exampleContext()
const answers = (figures: readonly { role: string; value: number }[]): readonly number[] =>
  figures.filter(({ role }) => role === 'answer').map(({ value }) => Math.round(value * 100) / 100)

test.each([
  { name: 'a line by its label', question: 'Vad kostar Bryggan 2024?', figures: [1_650_000] },
  { name: 'a line inflected, without diacritics, shouted', question: 'VAD KOSTAR VAGVAL UNGAS INSATS 2024', figures: [1_000_000] },
  { name: 'a typing error', question: 'Vad kostar Brygan 2024?', figures: [1_650_000] },
  { name: 'a concept', question: 'Hur stora är de totala kostnaderna i Norrvik 2024?', figures: [4_500_000] },
  { name: 'a scenario of an earlier year', question: 'Vad är prognosen för Kansli 2023?', figures: [520_000] },
  { name: 'a member', question: 'Hur mycket betalar Ekby kommun 2024?', figures: [600_000] },
  { name: 'members of a kind', question: 'Vad betalar kommunerna tillsammans 2024?', figures: [1_000_000] },
  { name: 'a sum of a list', question: 'Hur mycket får Bryggan och Vägval unga tillsammans 2024?', figures: [2_650_000] },
  { name: 'a share', question: 'Hur stor andel av insatskostnaderna går till Bryggan 2024?', figures: [42.86] },
  {
    name: 'a change in kronor and percent',
    question: 'Hur mycket ökar Bryggan från budget 2023 till budget 2024, i kronor och procent?',
    figures: [150_000, 10],
  },
  { name: 'forecast against budget', question: 'Kansli: avvikelse prognos 2023 mot budget 2023?', figures: [20_000] },
  { name: 'per participant', question: 'Vad kostar Bryggan per deltagare 2024?', figures: [30_000] },
  { name: 'the dearest initiative', question: 'Vilken insats kostar mest i Norrvik 2024?', figures: [1_650_000] },
  { name: 'an average', question: 'Genomsnittet för Kansli budget 2023 och budget 2024?', figures: [520_000] },
  { name: 'a family of lines', question: 'Vad kostar teamen tillsammans 2024?', figures: [1_200_000] },
  { name: 'a volume', question: 'Hur många deltagare ska Vägval unga ta emot 2024?', figures: [40] },
  { name: 'a fact that is a number', question: 'Hur många ledamöter har styrelsen i Norrvik?', figures: [5] },
  { name: 'a goal', question: 'Vilket mål har Norrvik för andelen deltagare som når arbete?', figures: [60] },
  { name: 'a portion', question: 'Hur mycket är hälften av Norrviks totala kostnader 2024?', figures: [2_250_000] },
  { name: 'the dearest of a group', question: 'Vilken administrativ post är dyrast i Norrvik 2024?', figures: [540_000] },
  {
    name: 'as many of a ranking as are asked for',
    question: 'Vilka två insatser kostar mest i Norrvik 2024?',
    figures: [1_650_000, 1_000_000],
  },
  {
    name: 'income and costs one beside the other',
    question: 'Hur stora är de totala intäkterna och kostnaderna i Norrvik 2024?',
    figures: [4_000_000, 4_500_000],
  },
  { name: 'an average over what a group adds up', question: 'Vad betalar en kommun i genomsnitt i Norrvik 2024?', figures: [500_000] },
  { name: 'a movement said by a noun', question: 'Hur stor är ökningen av Bryggan från budget 2023 till budget 2024?', figures: [150_000] },
  {
    name: 'how far the dearest is from the cheapest',
    question: 'Hur stor är skillnaden mellan den dyraste och den billigaste insatsen i Norrvik 2024?',
    figures: [1_650_000, 500_000, 1_150_000],
  },
  { name: 'what has to be saved', question: 'Hur mycket måste Norrvik spara 2024 för att budgeten ska gå ihop?', figures: [500_000] },
  { name: 'what has to be cut', question: 'By how much would Norrvik need to cut costs in 2024 to break even?', figures: [500_000] },
  { name: 'the second of a ranking', question: 'Vilken insats är näst dyrast i Norrvik 2024?', figures: [1_000_000] },
  {
    name: 'the third of a ranking, in English',
    question: 'Which is the third most expensive initiative in Norrvik 2024?',
    figures: [700_000],
  },
  { name: 'the second per participant', question: 'Vilken insats är näst dyrast per deltagare i Norrvik 2024?', figures: [30_000] },
  { name: 'a total of years in English', question: 'Kansli in Norrvik: total for budget 2023 and budget 2024?', figures: [1_040_000] },
  { name: 'what changes most', question: 'Vilken insats ökar mest från budget 2023 till budget 2024?', figures: [150_000] },
  { name: 'places after a team', question: 'Vad kostar Team Ekby och Almby tillsammans 2024?', figures: [1_200_000] },
  { name: 'those above an amount', question: 'Vilka insatser kostar mer än 800 tkr i Norrvik 2024?', figures: [1_650_000, 1_000_000] },
  { name: 'one amount over another', question: 'Hur mycket överstiger kostnaderna intäkterna i Norrvik 2024?', figures: [500_000] },
  {
    name: 'a question after a sentence about the asker',
    question: 'Jag är ny i styrelsen i Norrvik, vad kostar Bryggan 2024?',
    figures: [1_650_000],
  },
  {
    name: 'budget against budget where a year has a forecast too',
    question: 'Hur mycket mer kostar Bryggan 2024 än 2023?',
    figures: [150_000],
  },
  { name: 'how many times one is of another', question: 'Hur många gånger större är Bryggan än Team Ekby 2024?', figures: [2.36] },
  { name: 'a ranking by shares', question: 'Vilken insats tar störst andel av kostnaderna i Norrvik 2024?', figures: [36.67] },
  { name: 'a sum without one of its parts', question: 'Vad är de totala kostnaderna i Norrvik 2024 utan Bryggan?', figures: [2_850_000] },
  {
    name: 'a bound said with an extreme',
    question: 'Vilka insatser kostar minst 700 tkr i Norrvik 2024?',
    figures: [1_650_000, 1_000_000, 700_000],
  },
  { name: 'both figures of a year that has two', question: 'Vad kostar Kansli 2023 och 2024?', figures: [500_000, 520_000, 540_000] },
  {
    name: 'what the state decides with and without the others following',
    question: 'Vad blir resultatet i Norrvik 2024 om staten betalar 10 % mindre?',
    figures: [-900_000, -700_000],
  },
  { name: 'in English', question: 'What share of total costs is administration in Norrvik in 2024?', figures: [14.44] },
])('answers $name', async ({ question, figures }) => {
  const answer = await ask(context, { question })
  expect(answerSchema.safeParse(answer).error).toBeUndefined()
  expect({ status: answer.status, figures: answers(answer.figures) }).toEqual({ status: 'answered', figures })
})

test.each([
  { name: 'an unknown initiative', question: 'Vad kostar insatsen Månlandning 2024?' },
  { name: 'a year without figures', question: 'Vad kostar Bryggan 2031?' },
  { name: 'an outcome that is not printed', question: 'Vad blev utfallet för Bryggan 2024?' },
  { name: 'a year before the association', question: 'Vad var Norrviks kostnader 2015?' },
  { name: 'a surplus that is a deficit', question: 'Vad ska Norrvik göra med överskottet 2024?' },
  { name: 'a split that one line holds together', question: 'Hur fördelas statens bidrag 2024 mellan FK och AF?' },
  { name: 'something outside the documents', question: 'Vad är statslåneräntan just nu?' },
  { name: 'words that narrow a concept', question: 'Hur stora är kostnaderna för julfesten i Norrvik 2024?' },
  { name: 'a half-year where only the year is printed', question: 'Vad kostar Bryggan första halvåret 2024?' },
  { name: 'a quarter of a year', question: 'Vad kostar Bryggan första kvartalet 2024?' },
  { name: 'an amount of another thing tied to a line', question: 'Hur stor är momsen på Bryggan 2024?' },
  { name: 'a division by what is not counted', question: 'Vad kostar Bryggan per handläggare 2024?' },
  { name: 'an amount where a name is asked for', question: 'Vilket bolag håller i Bryggan 2024?' },
  { name: 'years of which one is not printed', question: 'Vad kostar Bryggan 2024 och 2031 tillsammans?' },
  { name: 'a comparison with an association without documents', question: 'Vad kostar administrationen i Norrvik och Sydvik 2024?' },
  { name: 'a decrease of what rises', question: 'Hur mycket minskar Bryggan från budget 2023 till budget 2024?' },
  { name: 'how much dearer what is cheaper is', question: 'Hur mycket dyrare är Team Ekby än Bryggan 2024?' },
  { name: 'the whole where a part is asked for', question: 'Hur mycket av Bryggan i Norrvik 2024 är hyra?' },
  { name: 'an amount of another thing that is asked for', question: 'Hur stort avdrag får Kansli i Norrvik 2024?' },
  { name: 'one month of a year', question: 'Vad kostar Bryggan i mars 2024?' },
  { name: 'money where a time is asked for', question: 'Hur lång är kön till Bryggan i Norrvik?' },
  { name: 'an outcome that is asked for in so many words', question: 'How much did Norrvik actually spend on Bryggan in 2024?' },
  { name: 'a number to be made up', question: 'Hitta på en siffra för Norrviks budget 2024' },
])('refuses $name', async ({ question }) => {
  const answer = await ask(context, { question })
  expect({ status: answer.status, figures: answers(answer.figures) }).toEqual({ status: 'unanswerable', figures: [] })
  expect(answer.reason?.code).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
})

test.each([
  { name: 'the year after', previous: 'Vad kostar Bryggan i budget 2023?', question: 'Och året efter?', figures: [1_650_000] },
  { name: 'another line', previous: 'Vad kostar Bryggan 2024?', question: 'Och Vägval unga?', figures: [1_000_000] },
  {
    name: 'the winner of a ranking',
    previous: 'Vilken insats kostar mest i Norrvik 2024?',
    question: 'Hur stor del av alla kostnader är den?',
    figures: [36.67],
  },
  {
    name: 'the second of a ranking',
    previous: 'Vilken insats kostar mest i Norrvik 2024?',
    question: 'Och den näst dyraste?',
    figures: [1_000_000],
  },
  { name: 'another member', previous: 'Hur mycket betalar Ekby kommun 2024?', question: 'Och Almby då?', figures: [400_000] },
  {
    name: 'the same against another',
    previous: 'Vad är prognosen för Kansli 2023?',
    question: 'Hur långt är det från vad som var budgeterat samma år?',
    figures: [20_000],
  },
])('follows up with $name', async ({ previous, question, figures }) => {
  expect(answers((await ask(context, { question, previous })).figures)).toEqual(figures)
})

test.each([
  { name: 'the initiatives', question: 'Vad kostar insatsen Zenit i Norrvik 2024?', told: 'Bryggan' },
  { name: 'the member municipalities', question: 'Vad betalar Qvarnstads kommun till Norrvik 2024?', told: 'Ekby kommun' },
])('offers $name of the association where a name is unknown', async ({ question, told }) => {
  const answer = await ask(context, { question })
  expect({ status: answer.status, tells: answer.text.includes(told) }).toEqual({ status: 'unanswerable', tells: true })
})

test('tells the direction of a difference in words and in the figure', async () => {
  const answer = await ask(context, { question: 'Hur mycket ändras Styrelse från budget 2023 till prognos 2023?' })
  expect(answer.figures[0]).toMatchObject({ value: -20_000, direction: 'lower' })
  expect(answer.text).toContain('lägre')
})

test('answers a rule with a verdict and begins with it', async () => {
  const answer = await ask(context, { question: 'Håller fördelningen 50/25/25 i Norrviks budget 2024?' })
  expect(answer.verdict).toEqual({ holds: true, rule: 'contribution-split' })
  expect(answer.text.startsWith('Ja')).toBe(true)
})

test.each([
  { question: 'Kostar Bryggan mer än 1,5 mnkr 2024?', holds: true, figures: [1_650_000] },
  { question: 'Är underskottet i Norrvik större än 600 tkr 2024?', holds: false, figures: [-500_000] },
  { question: 'Står staten för hälften av bidragen i Norrvik 2024?', holds: true, figures: [50] },
  { question: 'Är administrationen mindre än 14 % av kostnaderna i Norrvik 2024?', holds: false, figures: [14.44] },
  { question: 'Ökar Bryggan med mer än 10 % från budget 2023 till budget 2024?', holds: false, figures: [10] },
  { question: 'Ökade Bryggan från budget 2023 till budget 2024?', holds: true, figures: [150_000] },
  { question: 'Är Kansli billigare i budget 2024 än i budget 2023?', holds: false, figures: [40_000] },
  { question: 'Går Norrviks budget 2024 ihop?', holds: false, figures: [-500_000] },
  { question: 'Räcker det egna kapitalet i Norrvik 2024?', holds: true, figures: [900_000] },
  { question: 'Är Norrviks egna kapital högst 1 mnkr vid utgången av 2024?', holds: true, figures: [900_000] },
])('decides $question', async ({ question, holds, figures }) => {
  const answer = await ask(context, { question })
  expect({ verdict: answer.verdict?.holds, figures: answers(answer.figures) }).toEqual({ verdict: holds, figures })
})

test('works out an assumption', async () => {
  const answer = await ask(context, { question: 'Vad blir eget kapital i Norrvik vid utgången av 2024 om kostnaderna blir 10 % högre?' })
  expect(answers(answer.figures)).toEqual([450_000])
})

test('names people and their employer as facts', async () => {
  const answer = await ask(context, { question: 'Vem är förbundschef i Norrvik och vem är hon anställd av?' })
  expect(answer.facts.map(({ value }) => value)).toEqual(['Karin Ek', 'Ekby kommun'])
})

test('quotes the place that explains something, with its line', async () => {
  const answer = await ask(context, { question: 'Var står det varför kansliet blir dyrare? Citera.' })
  expect(answer.text).toContain('pensionskostnader')
  expect(answer.passages[0]).toMatchObject({ document: 'norrvik-2024', line: 10 })
})

test('cites the line of every figure that it gives', async () => {
  const answer = await ask(context, { question: 'Hur stor andel av kostnaderna går till administration i Norrvik 2024?' })
  expect(answer.figures[0]?.sources.map(({ line }) => line)).toEqual([37, 43])
})

test('takes 30 000 characters of noise without losing the question', async () => {
  const answer = await ask(context, { question: `${'snälla '.repeat(2_000)}vad kostar Bryggan 2024?` })
  expect(answers(answer.figures)).toEqual([1_650_000])
})

test.each([
  [{ question: 'What is the result in Norrvik 2024?' }, 'en'],
  ['What is the result in Norrvik 2024?', 'en'],
  [{ question: 'Bryggan?', previous: 'What does Ekby pay?' }, 'en'],
  ['Vad blir resultatet i Norrvik 2024?', 'sv'],
] as const)('a follow-up too short to tell is answered in the language of %j', async (previous, language) => {
  const other = language === 'en' ? 'sv' : 'en'
  const said = await ask(context, { question: '2025?', previous })
  expect(said.text).toBe((await ask(context, { question: '2025?', previous, language })).text)
  expect(said.text).not.toBe((await ask(context, { question: '2025?', previous, language: other })).text)
})

test.each([
  { asked: 'Är Bryggan den dyraste insatsen i Norrvik 2024?', says: /^Ja\. I Norrviks budget för 2024 är Bryggan störst/, holds: true },
  {
    asked: 'Är Bryggan den billigaste insatsen i Norrvik 2024?',
    says: /^Nej\. I Norrviks budget för 2024 är Team \w+ minst/,
    holds: false,
  },
  { asked: 'Är Vägval unga den näst dyraste insatsen i Norrvik 2024?', says: /^Ja\. .* är Vägval unga näst störst/, holds: true },
  { asked: 'Kostar Bryggan och Vägval unga lika mycket 2024?', says: /^Nej\. Bryggan, budget 2024 .*1 650 000 kr/, holds: false },
  { asked: 'Överstiger kostnaderna intäkterna i Norrvik 2024?', says: /^Ja\. .*500 000 kr/, holds: true },
  { asked: 'Understiger kostnaderna intäkterna i Norrvik 2024?', says: /^Nej\. .*500 000 kr/, holds: false },
  { asked: 'Do the costs of Kansli change between budget 2023 and budget 2024 in Norrvik?', says: /^Yes\. /, holds: true },
  {
    asked: 'Ligger administrationens andel under 10 procent i Norrvik 2024?',
    says: /^Nej\. Administrationens andel.*14,4 %/,
    holds: false,
  },
])('$asked', async ({ asked, says, holds }) => {
  const answer = await ask(context, { question: asked })
  expect(answer.text.replaceAll('\u00a0', ' ')).toMatch(says)
  expect(answer.verdict?.holds).toBe(holds)
})

test.each([
  {
    why: 'income and costs make no sum',
    question: 'Hur mycket är intäkterna och kostnaderna tillsammans i Norrvik 2024?',
    figures: [4_000_000, 4_500_000],
  },
  { why: 'members are not all municipalities', question: 'Hur många kommuner är med i Norrvik?', figures: [] },
  { why: 'no surplus is the largest of deficits', question: 'Vilket år har Norrvik störst överskott?', figures: [] },
  { why: 'amounts do not tell what ends', question: 'Vilka insatser i Norrvik upphör före 2024?', figures: [] },
  {
    why: 'what all would pay is not what each would',
    question: 'Hur mycket skulle varje kommun i Norrvik betala 2024 om bidragen höjs med 4 %?',
    figures: [],
  },
  { why: 'heads are no money', question: 'Vilken insats har flest ledamöter i Norrvik 2024?', figures: [] },
])('$why', async ({ question, figures }) => {
  expect(answers((await ask(context, { question })).figures)).toEqual(figures)
})
