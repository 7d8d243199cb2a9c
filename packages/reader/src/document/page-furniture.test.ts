import { expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { findPageFurniture } from './page-furniture.ts'

const pages = (...texts: string[]) => parseTextDocument(texts.join('\f'), { id: 'x', hash: '' })

test('headers and footers repeated on three pages, page numbers apart', () => {
  const document = pages(
    'Verksamhetsplan 2026\nText ett\nsid 1\n',
    'Verksamhetsplan 2026\nText två\nsid 2\n',
    'Verksamhetsplan 2026\nText tre\nsid 3\n',
  )
  expect([...findPageFurniture(document)].map(number => document.lines[number - 1]?.text)).toEqual([
    'Verksamhetsplan 2026',
    'Verksamhetsplan 2026',
    'Verksamhetsplan 2026',
    'sid 1',
    'sid 2',
    'sid 3',
  ])
})

test('a heading that comes back within pages is none', () => {
  const page = (name: string): string =>
    `${name}\nInledning till ${name}\nMål för 2026\n- Fler deltagare\nSlut på ${name}\nDär ${name} slutar\n`
  expect(findPageFurniture(pages(page('A'), page('B'), page('C'))).size).toBe(0)
})

test('a text without page marks has none', () => {
  expect(findPageFurniture(parseTextDocument('a\nb\na\nb\na\nb', { id: 'x', hash: '' })).size).toBe(0)
})
