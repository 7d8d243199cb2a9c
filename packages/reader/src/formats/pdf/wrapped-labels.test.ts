import { describe, expect, test } from 'vitest'
import { pageLines } from './page-lines.ts'
import { gatherLines } from './text-line.ts'
import type { TextRun } from './text-run.ts'

/** A label that begins at 50 points, five points a letter, in plain type or that of headings. */
const label = (text: string, baseline: number, font = 'plain'): TextRun => ({
  text,
  left: 50,
  right: 50 + 5 * text.length,
  baseline,
  size: 10,
  font,
})
const figures = (baseline: number, ...texts: string[]): TextRun[] =>
  texts.map((text, at) => ({ text, left: 260 + 60 * at - 5 * text.length, right: 260 + 60 * at, baseline, size: 10, font: 'plain' }))
const textOf = (...runs: readonly (TextRun | TextRun[])[]): string[] => pageLines(gatherLines(runs.flat())).map(({ text }) => text)

/** Rows 18 points apart, the lines of a label 12. */
const spaced = [label('Norrby kommun', 40), figures(40, '600', '650'), label('Kansli', 58), figures(58, '300', '310')]
const end = (from: number) => [label('Summa kostnader', from), figures(from, '1 800', '1 910')]

describe('a label over several lines is one, by how close they stand, whatever its second line begins with', () => {
  test.each([
    { name: 'figures beside its first line', figuresAt: 76 },
    { name: 'figures beside its last line', figuresAt: 88 },
    { name: 'figures in the middle', figuresAt: 82 },
  ])('$name', ({ figuresAt }) => {
    const broken = [label('Samordningsförbundet', 76), label('Västra Mittlandet', 88), figures(figuresAt, '900', '950')]
    expect(textOf(...spaced, ...broken, ...end(106))).toEqual([
      'Norrby kommun\t600\t650',
      'Kansli\t300\t310',
      'Samordningsförbundet Västra Mittlandet\t900\t950',
      'Summa kostnader\t1 800\t1 910',
    ])
  })

  test('a word that the line broke is whole again, one that lacks its second half is not', () => {
    const broken = [
      label('Rehabiliterings-', 76),
      label('insatser, arbets-', 88),
      figures(76, '900', '950'),
      label('och vårdnära stöd', 100),
    ]
    expect(textOf(...spaced, ...broken, ...end(118))[2]).toBe('Rehabiliteringsinsatser, arbets- och vårdnära stöd\t900\t950')
  })

  test('a heading over two lines is one', () => {
    const heading = [label('Verksamhetens egna', 76, 'bold'), label('Kostnader', 88, 'bold')]
    expect(textOf(...spaced, ...heading, label('Revision', 106), figures(106, '900', '950'), ...end(124))[2]).toBe(
      'Verksamhetens egna Kostnader',
    )
  })

  test('its box and the air around it are those of all its lines', () => {
    const broken = [label('Samordningsförbundet', 76), figures(76, '900', '950'), label('Västra Mittlandet', 88), label('och grannar', 100)]
    const lines = pageLines(gatherLines([...spaced, ...broken, ...end(118)].flat()))
    expect(lines.map(({ parted }) => parted)).toEqual([false, false, false, false])
    expect(lines[2]?.line).toMatchObject({ baseline: 76, top: 76, bottom: 100 })
  })
})

describe('stays by itself:', () => {
  test('a heading as far from its rows as they from each other', () => {
    expect(textOf(...spaced, label('Verksamhetens kostnader', 76), label('Personal', 94), figures(94, '900', '950'), ...end(112))[2]).toBe(
      'Verksamhetens kostnader',
    )
  })

  test('a heading close to its first row with room for more', () => {
    const close = [label('Kostnader', 76), label('Personal', 88), figures(88, '900', '950'), ...end(118)]
    expect(textOf(label('Samordningsförbundet Mitt', 22), figures(22, '1', '2'), ...spaced, ...close)[3]).toBe('Kostnader')
  })

  test('a heading in a type of its own', () => {
    const close = [label('Verksamhetens kostnader', 76, 'bold'), label('Personal', 88), figures(88, '900', '950'), ...end(118)]
    expect(textOf(...spaced, ...close)[2]).toBe('Verksamhetens kostnader')
  })

  test('a line between two rows that it stands equally close to', () => {
    const close = [label('Stöd i arbetslivet', 76), figures(76, '7', '8'), label('Region Mittlandet', 88), label('Personalkostnader', 100)]
    expect(textOf(...spaced, ...close, figures(100, '900', '950'), ...end(118))).toContain('Region Mittlandet')
  })
})

describe('rows as close as the lines of a label', () => {
  const rows = [label('Intäkter', 40, 'bold'), label('Bidrag från Region', 52), figures(52, '600', '650'), label('Mittland', 64)]
  const more = [label('Norrby kommun', 76), figures(76, '300', '310'), label('Verksamhetens kostnader', 88, 'bold')]
  const last = [label('Kansli', 100), figures(100, '20', '30')]

  test('the type tells a label from a heading', () => {
    expect(textOf(...rows, ...more, ...last)).toEqual([
      'Intäkter',
      'Bidrag från Region Mittland\t600\t650',
      'Norrby kommun\t300\t310',
      'Verksamhetens kostnader',
      'Kansli\t20\t30',
    ])
  })

  test('without a type of their own, headings cannot be told from labels, and all stay', () => {
    const plain = [...rows, ...more, ...last].flat().map(run => ({ ...run, font: 'plain' }))
    expect(textOf(plain)).toContain('Mittland')
  })
})
