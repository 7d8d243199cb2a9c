import { describe, expect, test } from 'vitest'
import { compoundParts } from './compounds.ts'
import { words } from './fold.ts'
import { stem } from './stem.ts'
import { norm } from './terms.ts'

test.each([
  { text: 'Försäkrings-\nkassan', found: ['forsakringskassan'], why: 'a word split by a line break is one' },
  { text: 'Umeå UMEÅ', found: ['umea', 'umea'], why: 'neither case nor rings tell words apart' },
  { text: '13 925 000 kr', found: ['13925000', 'kr'], why: 'spaced thousands are one number' },
  { text: '2024 2025', found: ['2024', '2025'], why: 'two years are two numbers' },
  { text: '48,4 %', found: ['48', '4'], why: 'decimals are split' },
  { text: 'ﬁnansiell', found: ['finansiell'], why: 'ligatures are letters' },
  { text: '', found: [], why: 'nothing has no words' },
])('$text: $why', ({ text, found }) => {
  expect(words(text)).toEqual(found)
})

describe('inflections share a stem', () => {
  test.each([
    ['kostnad', 'kostnader', 'kostnaderna', 'kostnadens'],
    ['insats', 'insatser', 'insatserna', 'insatsens'],
    ['bidrag', 'bidraget', 'bidragen'],
    ['forbund', 'forbundet', 'forbundets'],
    ['verksamhet', 'verksamheten', 'verksamheter'],
    ['budgeterat', 'budgeterade', 'budget'],
    ['medlem', 'medlemmar', 'medlemmarnas', 'medlemmen'],
    ['program', 'programmet'],
    ['fagersta', 'fagerstas'],
  ])('%s', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1)
  })

  test.each([
    ['kommun', 'kommunikation'],
    ['styrelse', 'styrning'],
    ['vasteras', 'vast'],
    ['boras', 'bor'],
    ['kungsor', 'kung'],
  ])('%s is not %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other))
  })
})

test.each([
  { word: 'rehabiliteringsinsatser', parts: ['rehabilitering', 'insatser'] },
  { word: 'halsoinsatser', parts: ['halsa', 'insatser'] },
  { word: 'lanssamordningsforbundet', parts: ['lans', 'samordnings', 'forbundet'] },
  { word: 'kostnadsfordelningen', parts: ['kostnad', 'fordelningen'] },
  { word: 'medlemmar', parts: [] },
  { word: 'samarbete', parts: [] },
  { word: 'verksamhet', parts: [] },
  { word: 'xyzzyxyzzy', parts: [] },
])('$word consists of $parts', ({ word, parts }) => {
  expect(compoundParts(word)).toEqual(parts)
})

test('what is indexed holds a compound and its parts', () => {
  expect(norm('Rehabiliteringsinsatserna')).toBe(`${stem('rehabiliteringsinsatserna')} ${stem('rehabilitering')} ${stem('insatserna')}`)
})
