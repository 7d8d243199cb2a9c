import { expect, test } from 'vitest'
import { wordHeader } from './word-header.ts'

test.each([
  {
    name: 'words parted by single blanks, one over the labels',
    text: 'Insats Kvinnor Män Totalt',
    columns: 3,
    words: ['Kvinnor', 'Män', 'Totalt'],
  },
  { name: 'a capital begins each column', text: 'Insats Nya Till arbete', columns: 2, words: ['Nya', 'Till arbete'] },
  { name: 'age groups begin columns too', text: 'Insats 16-24 år 25-44 år Totalt', columns: 3, words: ['16-24 år', '25-44 år', 'Totalt'] },
  {
    name: 'wide gaps part names with years',
    text: 'Kvinnor   Män   Därav nya 2023',
    columns: 3,
    words: ['Kvinnor', 'Män', 'Därav nya 2023'],
  },
  {
    name: 'a word over the labels leaves its column to what is part of another',
    text: 'Kommun Kvinnor Män Totalt varav under 30 år',
    columns: 4,
    words: ['Kvinnor', 'Män', 'Totalt', 'varav under 30 år'],
  },
  { name: 'a word over the labels names no column', text: 'Kommun Kvinnor Män', columns: 3, words: undefined },
  { name: 'too few words name nothing', text: 'Insats Kvinnor', columns: 3, words: undefined },
  { name: 'a sentence is no header', text: 'Fler kvinnor än män deltog.', columns: 2, words: undefined },
  { name: 'a row of amounts is no header', text: 'Spåret   12 400   11 800', columns: 2, words: undefined },
  { name: 'one column needs no words', text: 'Insats Kvinnor', columns: 1, words: undefined },
])('$name', ({ text, columns, words }) => {
  expect(wordHeader(text, columns)).toEqual(words)
})
