import { expect, test } from 'vitest'
import { apartBrackets } from './bracketed-cells.ts'

const apart = (...texts: readonly string[]) =>
  apartBrackets(texts.map((text, at) => ({ number: at + 1, text: text.replaceAll(' | ', '\t') }))).map(({ text }) =>
    text
      .split('\t')
      .map(cell => cell.trim())
      .join(' | '),
  )

test('what stands in brackets has a cell of its own, under the year that the title names', () => {
  expect(
    apart('Deltagare 2031 (2030 inom parentes)', 'Insats | Deltagare | Kvinnor', 'Norr | 66 (58) | 39', 'Söder | 1 054 (52) | 22'),
  ).toEqual([
    'Deltagare 2031 (2030 inom parentes)',
    'Insats | Deltagare | Deltagare 2030 | Kvinnor',
    'Norr | 66 | 58 | 39',
    'Söder | 1 054 | 52 | 22',
  ])
})

test.each([
  { name: 'no line tells the year', lines: ['Deltagare', 'Insats | Antal', 'Norr | 66 (58)', 'Söder | 54 (52)'] },
  { name: 'brackets in some rows only', lines: ['2030 inom parentes', 'Insats | Antal', 'Norr | 66 (58)', 'Söder | 54'] },
  { name: 'brackets that are a minus', lines: ['2030 inom parentes', 'Insats | Antal', 'Norr | (58)', 'Söder | (52)'] },
])('$name: left as it is', ({ lines }) => {
  expect(apart(...lines)).toEqual(lines)
})
