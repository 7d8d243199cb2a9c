import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { terms } from '../analysis/terms.ts'
import { noShares } from './term-shares.ts'
import { queryTerms, rarest, textQueries } from './text-query.ts'

const stemOf = (word: string): string => terms(word)[0] ?? ''

describe('a question looks for', () => {
  test.each([
    { question: 'Vad kostar individinsatserna?', own: ['kostar', 'individinsatserna'], parts: ['individ', 'insatser'] },
    { question: 'vad är det?', own: ['vad', 'är', 'det'], parts: [] },
    { question: '2024', own: ['2024'], parts: [] },
    { question: '', own: [], parts: [] },
  ])('"$question": its own words but stop words, and the parts of its compounds', ({ question, own, parts }) => {
    const found = queryTerms(question)
    expect(found.own).toEqual([...new Set(own.map(stemOf))])
    expect(found.parts).toEqual(parts.map(stemOf))
  })

  test.each([
    { question: 'How many board members are there?', related: 'ledamöter' },
    { question: 'Vilka anställda finns?', related: 'personal' },
    { question: 'unemployment among young people', related: 'ungdomar' },
    { question: 'eget kapital vid årets slut', related: 'equity' },
  ])('"$question": what means the same in the field ($related)', ({ question, related }) => {
    expect(queryTerms(question).related).toContain(stemOf(related))
  })

  test('a name of several words only where all of them stand together', () => {
    expect(queryTerms('mental health').related).toContain(stemOf('psykisk'))
    expect(queryTerms('mental arithmetic').related).not.toContain(stemOf('psykisk'))
  })

  test('no term twice, whatever the question', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('styrelse', 'board', 'insatser', 'individinsats', 'och', '2024', 'kostnader'), { maxLength: 8 }),
        some => {
          const { own, parts, related } = queryTerms(some.join(' '))
          const all = [...own, ...parts, ...related]
          expect(new Set(all).size).toBe(all.length)
        },
      ),
      { seed: 5, numRuns: 60 },
    )
  })
})

describe('in a large store, a question looks', () => {
  const shareOf = (common: Readonly<Record<string, number>>) => (term: string) => common[term] ?? 0

  test('for the rarest of what means the same, as many as stand in a fifth of the passages together', () => {
    const shares = shareOf({ kommun: 0.15, stat: 0.1, region: 0.05 })
    expect(rarest(['kommun', 'stat', 'region', 'fond'], shares)).toEqual(['fond', 'region', 'stat'])
    expect(rarest(['kommun', 'stat'], noShares)).toEqual(['kommun', 'stat'])
  })

  test('for near spellings of words that are not common', async () => {
    const [term = ''] = queryTerms('verksamheten').own
    expect(await textQueries('verksamheten')).toHaveLength(2)
    expect(await textQueries('verksamheten', shareOf({ [term]: 0.04 }))).toHaveLength(2)
    expect(await textQueries('verksamheten', shareOf({ [term]: 0.06 }))).toHaveLength(1)
  })
})
