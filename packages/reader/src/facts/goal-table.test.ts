import { describe, expect, test } from 'vitest'
import { factsOf } from './test-support/told-facts.ts'

const year = (of: number) => ({ from: `${of}-01-01`, to: `${of}-12-31` })

describe('goals that a table tells', () => {
  test.each([
    {
      name: 'levels, outcomes and judgements in columns set apart by spaces',
      text: [
        'Mål                              Målnivå 2024   Utfall 2024   Utfall 2023   Bedömning',
        '1. Andel nöjda deltagare         minst 85 %     91 %          90 %          Uppfyllt',
        '2. Antal kursdagar               12             8             10            Ej uppfyllt',
      ].join('\n'),
      facts: [
        { subject: 'Andel nöjda deltagare', kind: 'target', value: 85, unit: 'percent', qualifier: 'min', period: year(2024) },
        { subject: 'Andel nöjda deltagare', attribute: 'utfall, Andel nöjda deltagare', value: 91, period: year(2024) },
        { subject: 'Andel nöjda deltagare', attribute: 'utfall, Andel nöjda deltagare', value: 90, period: year(2023) },
        { subject: 'Antal kursdagar', kind: 'target', value: 12, unit: 'count' },
        { subject: 'Antal kursdagar', attribute: 'måluppfyllelse, Antal kursdagar', value: 'Ej uppfyllt' },
      ],
    },
    {
      name: 'an indicator beside the goal, between bars',
      text: '| Mål | Indikator | Utfall 2023 | Målvärde 2025 |\n|---|---|---|---|\n| Bättre samverkan | Andel nöjda chefer | 62 % | 70 % |',
      facts: [
        { subject: 'Bättre samverkan', attribute: 'Andel nöjda chefer', kind: 'target', value: 70, period: year(2025) },
        { subject: 'Bättre samverkan', attribute: 'utfall, Andel nöjda chefer', value: 62, period: year(2023) },
      ],
    },
  ])('$name', ({ text, facts }) => {
    const found = factsOf(text)
    for (const fact of facts) expect(found).toContainEqual(expect.objectContaining(fact))
  })

  test('a table without a column of goals tells none', () => {
    const text = '| Insats | Utfall 2024 | Mål 2025 |\n|---|---|---|\n| Porten | 40 | 45 |'
    expect(factsOf(text).filter(({ kind }) => kind === 'target')).toEqual([])
  })
})

describe('the record of an initiative', () => {
  test('who runs it, from when to when, and for whom', () => {
    const found = factsOf(
      'Insatser\n\nBryggan\nÄgare: Ekby kommun\nTid: 2023-01-01 – 2025-12-31\nMålgrupp: unga vuxna\n\nStödet\nHuvudman: Region Uppland\nTid: tills vidare',
    )
    for (const fact of [
      { subject: 'Bryggan', attribute: 'drivs av', value: 'Ekby kommun' },
      { subject: 'Bryggan', attribute: 'startar', value: '2023-01-01' },
      { subject: 'Bryggan', attribute: 'avslutas', value: '2025-12-31' },
      { subject: 'Bryggan', attribute: 'målgrupp', value: 'unga vuxna' },
      { subject: 'Stödet', attribute: 'drivs av', value: 'Region Uppland' },
      { subject: 'Stödet', attribute: 'pågår', value: 'tills vidare' },
    ])
      expect(found).toContainEqual(expect.objectContaining(fact))
  })
})
