import { describe, expect, test } from 'vitest'
import { fold, foldWord } from './fold.ts'
import { languageOf } from './language.ts'
import { slips, wordBook } from './nearness.ts'
import { numeralOf } from './numerals.ts'
import { stem } from './stem.ts'
import { tokenize } from './tokenize.ts'

test.each([
  ['kostnad', ['kostnader', 'kostnaderna', 'kostnadernas', 'kostnads']],
  ['insats', ['insatser', 'insatsen', 'insatsernas']],
  ['team', ['teamet', 'teamen', 'teams']],
  ['processtodjare', ['processtodjarna', 'processtodjarens']],
  ['medlem', ['medlemmar', 'medlemmarna', 'medlemmen']],
  ['cost', ['costs']],
  ['koordinator', ['koordinatorn', 'koordinatorer']],
] as const)('%s and its inflections share a stem', (word, inflected) => {
  expect(inflected.map(stem)).toEqual(inflected.map(() => stem(word)))
})

test.each([
  ['intakter', 'insatser'],
  ['fran', 'fransett'],
  ['plan', 'plats'],
] as const)('%s and %s keep different stems', (one, other) => expect(stem(one)).not.toBe(stem(other)))

test('scanning digits inside a word are letters', () => {
  expect(foldWord('K6ping')).toBe('koping')
  expect(fold('Mälardalen')).toBe('malardalen')
})

describe('numbers', () => {
  test.each([
    ['1 945 000 kr', [1_945_000]],
    ['3,2 mnkr', [3.2]],
    ['3,200,000', [3_200_000]],
    ['48,4 och 8', [48.4, 8]],
    ['budget 2024 120', [2024, 120]],
  ] as const)('%s', (text, values) => {
    expect(tokenize(text).flatMap(token => token.value ?? [])).toEqual(values)
  })

  test.each([
    ['tjugofem', 25],
    ['tjugohundratjugofyra', 2024],
    ['tjugotjugofyra', 2024],
    ['fifteen', 15],
    ['bryggan', undefined],
  ] as const)('%s in words', (word, value) => expect(numeralOf(word)).toBe(value))
})

test('a hyphen joins two tokens, a date is one', () => {
  const tokens = tokenize('ISA-insatsen per 2022-06-30')
  expect(tokens.map(({ text, kind, joined }) => [text, kind, joined])).toEqual([
    ['ISA', 'word', false],
    ['insatsen', 'word', true],
    ['per', 'word', false],
    ['2022-06-30', 'date', false],
  ])
})

describe('nearness', () => {
  test('scanning confusions cost less than other slips, swapped neighbours as little', () => {
    expect(slips('mdlardalen', 'malardalen', 2)).toBeLessThan(1)
    expect(slips('brygagn', 'bryggan', 2)).toBeLessThan(1)
    expect(slips('nora', 'nova', 2)).toBe(1)
  })
  test('short words are not taken for each other', () => {
    expect(wordBook(['nova']).near('nora')).toEqual([])
    expect(wordBook(['bryggan']).near('brygan')).toEqual([{ word: 'bryggan', slips: 1 }])
  })
})

test.each([
  ['Hur mycket kostar det?', 'sv'],
  ['How much does it cost?', 'en'],
  ['Samordningsteam 2024', 'sv'],
] as const)('%s is %s', (text, language) => expect(languageOf(text)).toBe(language))
