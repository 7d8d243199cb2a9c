import { describe, expect, test } from 'vitest'
import type { Library } from '../library/library.ts'
import type { Cell } from '../model/reading.ts'
import { failureText } from '../model/result.ts'
import { cost, got, libraryOf, printedCell, reading, statement, yearColumn } from '../test-support/build.ts'
import { correctionOfCell, quantityAt } from './correct-cell.ts'
import { correctLibrary } from './correct-library.ts'
import type { CellPlace, Correction } from './correction.ts'

const columns = [yearColumn('budget', 2024), yearColumn('plan', 2025)]
const id = 'alfa/kansli|budget 2024-01-01..2024-12-31 kr'
const word = (more: Partial<Correction> = {}): Correction => ({
  quantity: id,
  unit: 'tkr',
  before: null,
  after: 717,
  why: '',
  who: 'Eva',
  at: 'nu',
  ...more,
})
const table = (cell: Cell, name = 'budget', document = 'plan') =>
  reading({ id: document }, [statement(columns, [cost('Lokal', 5, 6), cost('Kansli', cell, 900)], { id: name, unit: 'tkr' })])
const open = (printed: string, more: Partial<Cell> = {}): Cell => printedCell(null, { printed, status: 'ambiguous', ...more })
const statuses = (library: Library) =>
  library
    .line('alfa/kansli')
    ?.quantities.find(quantity => quantity.id === id)
    ?.printings.map(({ document, status, value }) => [document, status, value])

describe('which print a correction speaks of', () => {
  test.each<[string, Cell, Partial<Correction>, boolean]>([
    ['the characters that were seen', open('Y'), { printed: 'Y' }, true],
    ['those characters, legible though they are', printedCell(171, { printed: '171' }), { printed: '171' }, true],
    ['any, where no characters are told', printedCell(171), {}, true],
    ['another legible print', printedCell(171), { printed: 'Y' }, false],
    ['another print that nobody can read', open('#'), { printed: 'Y' }, true],
    ['nothing printed', printedCell(500, { printed: '', status: 'derived' }), { printed: 'Y' }, true],
    ['another open print that allows the amount', open('7I7', { alternatives: [717, 771] }), { printed: 'Y' }, true],
    ['another open print that does not', open('2I7', { alternatives: [217, 271] }), { printed: 'Y' }, false],
    ['a repair that comes to the same', printedCell(717, { printed: '7 l7', status: 'repaired' }), { printed: 'Y' }, true],
    ['a repair that comes to something else', printedCell(711, { printed: '7 l1', status: 'repaired' }), { printed: 'Y' }, false],
  ])('%s', (_name, cell, more, speaks) => {
    const corrected = correctLibrary(libraryOf(table(cell)), [word(more)])
    expect(corrected.applied).toHaveLength(speaks ? 1 : 0)
    expect(corrected.unused.map(({ reason }) => reason)).toEqual(speaks ? [] : ['printed-otherwise'])
    if (speaks) expect(statuses(corrected.library)).toEqual([['plan', 'confirmed', 71_700_000]])
  })
  test('of two documents, the one that says something else keeps it', () => {
    const library = libraryOf(table(open('Y')), table(printedCell(720), 'budget', 'senare'))
    const corrected = correctLibrary(library, [word({ printed: 'Y' })]).library
    expect(statuses(corrected)).toEqual([
      ['plan', 'confirmed', 71_700_000],
      ['senare', 'printed', 72_000_000],
    ])
    expect(corrected.reading('senare')).toBe(library.reading('senare'))
  })
  test('the other cells of its table stay as they are', () => {
    const library = libraryOf(table(open('Y', { step: 1 })))
    const corrected = correctLibrary(library, [word({ printed: 'Y' })]).library
    const [lokal, kansli] = corrected.reading('plan')?.statements[0]?.lines ?? []
    expect(lokal).toEqual(library.reading('plan')?.statements[0]?.lines[0])
    expect(kansli?.values).toEqual({
      b2024: { amount: 717, status: 'confirmed', printed: 'Y', step: 1 },
      p2025: printedCell(900),
    })
  })
  test('a finer unit is a finer step, never a coarser one', () => {
    const stepOf = (cell: Cell, more: Partial<Correction>) =>
      correctLibrary(libraryOf(table(cell)), [word({ printed: 'Y', ...more })]).library.reading('plan')?.statements[0]?.lines[1]?.values
        .b2024
    expect(stepOf(open('Y'), { unit: 'kr', after: 717_432 })).toEqual({ amount: 717.432, status: 'confirmed', printed: 'Y', step: 0.001 })
    expect(stepOf(open('Y', { step: 0.1 }), { unit: 'mnkr', after: 0.7 })).toMatchObject({ step: 0.1 })
    expect(stepOf(open('Y'), {})).not.toHaveProperty('step')
  })
  test('nothing is zero, without a sign', () => {
    const corrected = correctLibrary(
      libraryOf(reading({}, [statement(columns, [cost('Kansli', open('Y'))], { costSign: 'negative', unit: 'tkr' })])),
      [word({ after: 0 })],
    ).library
    expect(corrected.reading('plan')?.statements[0]?.lines[0]?.values.b2024?.amount).toBe(0)
  })
})

describe('where a cell is', () => {
  const library = libraryOf(
    reading({ id: 'plan' }, [
      statement(columns, [cost('Lokal', 5, 6), cost('Kansli', 717, 900)], { id: 'budget' }),
      statement(columns, [cost('Kansli', 717, 901)], { id: 'not', kind: 'note' }),
    ]),
    reading({ id: 'annan' }, [statement(columns, [cost('Kansli', 717, 902)], { id: 'not' })]),
  )
  const at = (document: string, name: string, line: string, column: string): CellPlace => ({ document, statement: name, line, column })
  test.each<[CellPlace, string | undefined]>([
    [at('plan', 'budget', 'l1', 'b2024'), 'alfa/lokal|budget 2024-01-01..2024-12-31 kr'],
    [at('plan', 'budget', 'l2', 'b2024'), id],
    [at('plan', 'budget', 'l2', 'p2025'), 'alfa/kansli|plan 2025-01-01..2025-12-31 kr'],
    [at('plan', 'not', 'l1', 'b2024'), id],
    [at('annan', 'not', 'l1', 'b2024'), id],
    [at('annan', 'budget', 'l1', 'b2024'), undefined],
    [at('ingen', 'not', 'l1', 'b2024'), undefined],
    [at('plan', 'not', 'l2', 'b2024'), undefined],
    [at('plan', 'not', 'l1', 'b2030'), undefined],
  ])('%j', (place, quantity) => {
    expect(quantityAt(library, place)?.id).toBe(quantity)
  })
  const said = { printed: '717', amount: 718, why: '', who: '', at: '' }
  test('a word is refused in both languages where the cell is not what was seen', () => {
    for (const place of [
      at('plan', 'budget', 'l1', 'b2024'),
      at('ingen', 'not', 'l1', 'b2024'),
      at('plan', 'not', 'l2', 'b2024'),
      at('plan', 'not', 'l1', 'b2030'),
    ]) {
      const outcome = correctionOfCell(library, { ...said, place })
      if (outcome.ok) throw new Error('it was taken')
      expect(failureText(outcome.failure, 'sv')).toBe(
        'Dokumentet har ingen sådan cell, eller så har det lästs in på nytt. Ladda dokumentet igen.',
      )
      expect(failureText(outcome.failure, 'en')).toBe(
        'The document has no such cell, or it has been read anew since. Load the document again.',
      )
    }
  })
  test('an amount beyond exact öre is refused in both languages', () => {
    const outcome = correctionOfCell(library, { ...said, place: at('plan', 'budget', 'l2', 'b2024'), amount: 1e15 })
    if (outcome.ok) throw new Error('it was taken')
    expect(failureText(outcome.failure, 'sv')).toBe('1000000000000000 är inget belopp i kr; ange ett tal med högst 13 siffror.')
    expect(failureText(outcome.failure, 'en')).toBe('1000000000000000 is no amount in kr; give a number of at most 13 digits.')
  })
  test('the word holds for the very cell', () => {
    const place = at('plan', 'not', 'l1', 'p2025')
    expect(got(correctionOfCell(library, { ...said, printed: '901', place }))).toMatchObject({
      quantity: 'alfa/kansli|plan 2025-01-01..2025-12-31 kr',
      before: 901,
      after: 718,
      place,
    })
  })
})
