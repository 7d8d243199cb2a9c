import { describe, expect, test } from 'vitest'
import { factsOf, type Wanted } from './test-support/told-facts.ts'

const told: readonly Wanted[] = [
  {
    name: 'a head who leaves, one who comes, and one who stands in between',
    text: 'Förbundschefen Karin Alm slutade den 30 april. Hon efterträddes av Per Sund som började den 15 maj 2024. Däremellan var Anna Ek tillförordnad förbundschef.',
    facts: [
      { subject: 'Förbundschef', attribute: 'namn', value: 'Karin Alm', qualifier: 'former', period: { at: '2024-04-30' } },
      { subject: 'Förbundschef Karin Alm', attribute: 'slutade', value: '2024-04-30' },
      { subject: 'Förbundschef Karin Alm', attribute: 'ersatt av', value: 'Per Sund' },
      { subject: 'Förbundschef Per Sund', attribute: 'företrädare', value: 'Karin Alm' },
      { subject: 'Förbundschef', attribute: 'namn', value: 'Per Sund', qualifier: 'new', period: { at: '2024-05-15' } },
      { subject: 'Förbundschef Per Sund', attribute: 'tillträdde', value: '2024-05-15' },
      { subject: 'Förbundschef', attribute: 'namn', value: 'Anna Ek', qualifier: 'acting' },
    ],
  },
  {
    name: 'a seat without an office',
    text: 'Den 1 juni 2024 ersattes Eva Brodin av Nils Åberg i styrelsen.',
    facts: [
      { subject: 'Eva Brodin', attribute: 'ersatt av', value: 'Nils Åberg' },
      { subject: 'Nils Åberg', attribute: 'tillträdde', value: '2024-06-01' },
    ],
  },
  {
    name: 'whom a pronoun has followed',
    text: 'Ordförande är Göran Hed. Han efterträdde Inga Moberg, som varit ordförande i tolv år.',
    facts: [
      { subject: 'Ordförande', attribute: 'namn', value: 'Göran Hed', qualifier: undefined },
      { subject: 'Ordförande', attribute: 'namn', value: 'Inga Moberg', qualifier: 'former' },
      { subject: 'Ordförande Göran Hed', attribute: 'företrädare', value: 'Inga Moberg' },
    ],
  },
  {
    name: 'who is to come after the year of the report',
    text: 'Ordförande 2023–2024 har varit Tor Ekvall (Norrvik). Från den 1 januari 2025 tar Linn Bergman (Tallmyra) över.',
    facts: [
      { subject: 'Ordförande', value: 'Tor Ekvall', period: { from: '2023-01-01', to: '2024-12-31' } },
      { subject: 'Ordförande', value: 'Linn Bergman', qualifier: 'incoming', period: { at: '2025-01-01' } },
      { subject: 'Ordförande Linn Bergman', attribute: 'tillträder', value: '2025-01-01' },
    ],
  },
  {
    name: 'days that belong to the person beside them',
    text: 'Åsa Granlund har tagit över som samordnare efter Ulf Nyman som gick i pension i augusti.',
    facts: [
      { subject: 'Samordnare', value: 'Ulf Nyman', qualifier: 'former' },
      { subject: 'Samordnare Ulf Nyman', attribute: 'slutade', value: '2024-08' },
      { subject: 'Samordnare', value: 'Åsa Granlund', qualifier: 'new', period: undefined },
    ],
  },
  {
    name: 'from when to when somebody stood in',
    text: 'Från den 1 februari 2024 till den 30 maj 2024 var Anna Ek tf. förbundschef.',
    facts: [{ subject: 'Förbundschef', value: 'Anna Ek', qualifier: 'acting', period: { from: '2024-02-01', to: '2024-05-30' } }],
  },
  {
    name: 'newly elected, and elected before',
    text: 'Till ny ordförande valdes Maria Falk. Tidigare ordförande Sven Lind avtackades i februari.',
    facts: [
      { subject: 'Ordförande', value: 'Maria Falk', qualifier: 'new' },
      { subject: 'Ordförande', value: 'Sven Lind', qualifier: 'former', period: undefined },
    ],
  },
  {
    name: 'two offices told after their holders',
    text: '2023–2026 är Camilla Ryd från Norrvik ordförande och Hans-Erik Palm från Region Uppland vice ordförande.',
    facts: [
      { subject: 'Ordförande', value: 'Camilla Ryd', qualifier: undefined },
      { subject: 'Vice ordförande', value: 'Hans-Erik Palm', qualifier: undefined },
    ],
  },
]

describe('reads who comes to an office and who leaves it', () => {
  test.each(told)('$name', ({ text, facts }) => {
    const found = factsOf(text).map(fact => ({ qualifier: undefined, period: undefined, ...fact }))
    for (const fact of facts) expect(found).toContainEqual(expect.objectContaining(fact))
  })

  test('who leaves a report with the board leaves no office', () => {
    const facts = factsOf('Förbundschef Anders Holm lämnade rapporten till styrelsen den 3 maj 2024.')
    expect(facts.filter(({ qualifier }) => qualifier === 'former')).toEqual([])
    expect(facts.filter(({ attribute }) => attribute === 'slutade')).toEqual([])
  })
})
