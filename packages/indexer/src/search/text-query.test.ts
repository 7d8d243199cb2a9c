import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { terms } from '../analysis/terms.ts'
import { fuse } from './fuse.ts'
import { queryTerms } from './text-query.ts'

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

describe('fusion', () => {
  test.each([
    { name: 'what both rankings hold comes before what one holds', rankings: [['a', 'b'], ['b']], order: ['b', 'a'] },
    { name: 'one ranking keeps its order', rankings: [['c', 'a', 'b']], order: ['c', 'a', 'b'] },
    { name: 'equals stay in the order in which they were seen', rankings: [['x'], ['y']], order: ['x', 'y'] },
    { name: 'nothing gives nothing', rankings: [[], []], order: [] },
  ])('$name', ({ rankings, order }) => {
    expect(fuse(rankings.map(keys => ({ keys, weight: 1 }))).map(({ key }) => key)).toEqual(order)
  })

  test('a heavier ranking wins', () => {
    expect(
      fuse([
        { keys: ['a'], weight: 1 },
        { keys: ['b'], weight: 2 },
      ])[0]?.key,
    ).toBe('b')
  })
})
