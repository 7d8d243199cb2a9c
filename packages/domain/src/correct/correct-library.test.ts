import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../calculate/evaluate.ts'
import type { Library, Quantity } from '../library/library.ts'
import type { Cell } from '../model/reading.ts'
import { cost, got, income, libraryOf, printedCell, reading, statement, total, yearColumn } from '../test-support/build.ts'
import { type CellWord, correctionOfCell, quantityAt } from './correct-cell.ts'
import { correctLibrary } from './correct-library.ts'
import { type Correction, correctionSchema } from './correction.ts'

const year = [yearColumn('budget', 2024)]
const blurred = (printed: string, ...alternatives: readonly number[]): Cell =>
  printedCell(alternatives[0] ?? null, {
    printed,
    status: 'ambiguous',
    ...(alternatives.length > 0 ? { alternatives: [...alternatives] } : {}),
  })
const offices = (office: Cell | number, more: Parameters<typeof statement>[2] = {}) =>
  statement(year, [income('Medlemsbidrag', 1_000), cost('Kansli', office), cost('Team Norr', 300)], { unit: 'tkr', ...more })
const plan = (...statements: readonly ReturnType<typeof statement>[]) => libraryOf(reading({}, statements))

const officeId = 'alfa/kansli|budget 2024-01-01..2024-12-31 kr'
const word = (more: Partial<Correction> = {}): Correction => ({
  quantity: officeId,
  unit: 'tkr',
  before: null,
  after: 717,
  why: 'Enligt originalet',
  who: 'Eva',
  at: '2026-01-15T08:30:00Z',
  ...more,
})
const office = (library: Library): Quantity => {
  const quantity = library.line('alfa/kansli')?.quantities.find(({ id }) => id === officeId)
  if (!quantity) throw new Error('no office')
  return quantity
}

describe('a correction makes the amount known wherever it is printed', () => {
  test.each<[string, Library, Correction, Partial<Quantity>]>([
    [
      'an illegible cell',
      plan(offices(blurred('Y'))),
      word({ printed: 'Y' }),
      { value: 71_700_000, low: 71_650_000, high: 71_750_000, status: 'confirmed' },
    ],
    ['one of two readings', plan(offices(blurred('7l7', 717, 777))), word({ after: 777 }), { value: 77_700_000, status: 'confirmed' }],
    [
      'a repaired cell, as it was repaired',
      plan(offices(printedCell(717, { status: 'repaired', printed: '71 7' }))),
      word(),
      { value: 71_700_000, status: 'confirmed' },
    ],
    ['legible print that is a misprint', plan(offices(171)), word({ printed: '171' }), { value: 71_700_000, status: 'confirmed' }],
    [
      'the same amount in kronor',
      plan(offices(blurred('Y'))),
      word({ unit: 'kr', after: 717_432 }),
      { value: 71_743_200, low: 71_743_150, high: 71_743_250 },
    ],
    [
      'two tables at once',
      plan(offices(blurred('Y')), offices(blurred('?'), { id: 'not', kind: 'note' })),
      word({ printed: 'Y' }),
      { value: 71_700_000, status: 'confirmed', conflict: false },
    ],
    [
      'legible print elsewhere stands, and the confirmed amount is believed',
      plan(offices(blurred('Y')), offices(500, { id: 'not', kind: 'note' })),
      word({ printed: 'Y' }),
      { value: 71_700_000, status: 'confirmed', conflict: true },
    ],
    [
      'finer print elsewhere that agrees gives the kronor',
      plan(offices(blurred('Y')), statement(year, [cost('Kansli', 717_100)], { id: 'not', kind: 'note' })),
      word({ printed: 'Y' }),
      { value: 71_710_000, low: 71_709_950, high: 71_710_050, status: 'printed' },
    ],
  ])('%s', (_name, library, correction, expected) => {
    const corrected = correctLibrary(library, [correction])
    expect(office(corrected.library)).toMatchObject(expected)
    expect(corrected).toMatchObject({ applied: [correction], unused: [] })
  })
  test('no other readings and no proof are left', () => {
    const library = plan(offices(printedCell(717, { status: 'derived', printed: 'Y', proof: '1 + 1 = 2', alternatives: [717, 718] })))
    const [printing] = office(correctLibrary(library, [word()]).library).printings
    expect(printing).toMatchObject({ status: 'confirmed', printed: 'Y' })
    expect(printing).not.toHaveProperty('proof')
    expect(printing).not.toHaveProperty('alternatives')
  })
  test('a table that prints costs with a minus keeps its sign', () => {
    const library = plan(offices(blurred('Y'), { costSign: 'negative' }))
    const corrected = correctLibrary(library, [word()]).library
    expect(office(corrected).value).toBe(71_700_000)
    expect(corrected.reading('plan')?.statements[0]?.lines[1]?.values.b2024?.amount).toBe(-717)
  })
  test('sums, trust and answers follow', () => {
    const library = plan(
      statement(
        year,
        [cost('Kansli', blurred('Y', 217, 717)), cost('Team Norr', 300), total('cost', 'Summa kostnader', ['Kansli', 'Team Norr'], 1_017)],
        { unit: 'tkr' },
      ),
    )
    const corrected = correctLibrary(library, [word()]).library
    const sum = got(
      evaluate(corrected, {
        op: 'sum',
        of: ['kansli', 'team-norr'].map(line => ({ op: 'lookup' as const, of: { association: 'alfa', target: { line: `alfa/${line}` } } })),
      }),
    )
    expect(sum).toMatchObject({ result: { value: 101_700_000 } })
    expect(sum.alternatives).toBeUndefined()
    expect(got(evaluate(corrected, { op: 'check', rule: 'sums', association: 'alfa' })).verdict?.holds).toBe(true)
  })
  test('findings about how the cell was read are settled, others stay', () => {
    const at = (line: number) => ({ document: 'plan', line, text: '' })
    const about = (code: string, line: number) => ({
      code,
      severity: 'warning' as const,
      parameters: { statement: 'budget', column: 'b2024' },
      at: at(line),
    })
    const blurredPlan = {
      ...reading({}, [offices(blurred('Y'))]),
      findings: [about('value-illegible', 3), about('value-ambiguous', 4), about('sum-differs', 3)],
    }
    const codes = correctLibrary(libraryOf(blurredPlan), [word()]).library.findings.map(({ code }) => code)
    expect(codes).toEqual(['value-ambiguous', 'sum-differs'])
  })
})

describe('a correction that does not fit changes nothing and is told', () => {
  test.each<[string, Library, Correction, string]>([
    [
      'an amount that no document prints',
      plan(offices(700)),
      word({ quantity: 'alfa/kansli|actual 2024-01-01..2024-12-31 kr' }),
      'unknown-quantity',
    ],
    ['a line that is gone', plan(offices(700)), word({ quantity: 'alfa/lokal|budget 2024-01-01..2024-12-31 kr' }), 'unknown-quantity'],
    ['no identity at all', plan(offices(700)), word({ quantity: 'kansli' }), 'unknown-quantity'],
    ['legible print of other characters', plan(offices(700)), word({ printed: 'Y' }), 'printed-otherwise'],
    ['open print that does not allow it', plan(offices(blurred('2l7', 217, 277))), word({ printed: 'Y' }), 'printed-otherwise'],
    ['persons for kronor', plan(offices(blurred('Y'))), word({ unit: 'persons' }), 'not-an-amount'],
    ['more than exact öre hold', plan(offices(blurred('Y'))), word({ after: 1e15 }), 'not-an-amount'],
    ['no number', plan(offices(blurred('Y'))), word({ after: Number.NaN }), 'not-an-amount'],
  ])('%s', (_name, library, correction, reason) => {
    expect(correctLibrary(library, [correction])).toEqual({ library, applied: [], unused: [{ correction, reason }] })
  })
})

test('no corrections leave the library as it is', () => {
  const library = plan(offices(700))
  expect(correctLibrary(library, [])).toEqual({ library, applied: [], unused: [] })
})

test('the last word on a quantity holds', () => {
  const corrected = correctLibrary(plan(offices(blurred('Y'))), [word({ after: 700 }), word({ after: 717 })])
  expect(office(corrected.library).value).toBe(71_700_000)
  expect(corrected.applied).toHaveLength(1)
})

test('a correction outlives that the line gets another name, by the cell it was seen in', () => {
  const place = { document: 'plan', statement: 'budget', line: 'l2', column: 'b2024' }
  const library = plan(offices(blurred('Y')))
  const renamed = word({ quantity: 'alfa/kansi|budget 2024-01-01..2024-12-31 kr', place, printed: 'Y' })
  expect(office(correctLibrary(library, [renamed]).library).value).toBe(71_700_000)
  expect(correctLibrary(plan(offices(700)), [renamed]).unused[0]?.reason).toBe('unknown-quantity')
})

describe('a word given beside a cell', () => {
  const place = { document: 'plan', statement: 'budget', line: 'l2', column: 'b2024' }
  const said = (more: Partial<CellWord> = {}): CellWord => ({ place, printed: 'Y', amount: 717, why: '', who: 'Eva', at: 'nu', ...more })
  const library = plan(offices(blurred('Y')))

  test('becomes a correction of its quantity, in the unit of the table', () => {
    const correction = got(correctionOfCell(library, said()))
    expect(correction).toEqual({
      quantity: officeId,
      unit: 'tkr',
      before: null,
      after: 717,
      printed: 'Y',
      place,
      why: '',
      who: 'Eva',
      at: 'nu',
    })
    expect(correctionSchema.parse(JSON.parse(JSON.stringify(correction)))).toEqual(correction)
    expect(office(correctLibrary(library, [correction]).library).value).toBe(71_700_000)
  })
  test('has the sign of the library where the table prints costs with a minus', () => {
    const negative = plan(
      offices(printedCell(-217, { status: 'ambiguous', printed: 'Y', alternatives: [-217, -717] }), { costSign: 'negative' }),
    )
    expect(got(correctionOfCell(negative, said({ amount: -717 })))).toMatchObject({ before: 217, after: 717 })
  })
  test.each<[string, Partial<CellWord>, string]>([
    ['other characters', { printed: 'X' }, 'unknown-cell'],
    ['a document that is gone', { place: { ...place, document: 'rapport' } }, 'unknown-cell'],
    ['a table that is gone', { place: { ...place, statement: 'not' } }, 'unknown-cell'],
    ['a row that is gone', { place: { ...place, line: 'l9' } }, 'unknown-cell'],
    ['a column that is gone', { place: { ...place, column: 'b2023' } }, 'unknown-cell'],
    ['no number', { amount: Number.POSITIVE_INFINITY }, 'not-an-amount'],
  ])('%s is refused', (_name, more, code) => {
    const outcome = correctionOfCell(library, said(more))
    expect(outcome.ok ? 'ok' : outcome.failure.code).toBe(code)
  })
  test('the quantity of a cell', () => {
    expect(quantityAt(library, place)?.id).toBe(officeId)
    expect(quantityAt(library, { ...place, line: 'l7' })).toBeUndefined()
  })
})

test('correcting twice changes nothing more, and the order of words on different amounts makes no difference', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_000_000 }), fc.integer({ min: 0, max: 9_000_000 }), (one, other) => {
      const library = plan(statement(year, [cost('Kansli', blurred('Y')), cost('Lokal', blurred('?'))], { unit: 'tkr' }))
      const words = [word({ after: one }), word({ after: other, quantity: 'alfa/lokal|budget 2024-01-01..2024-12-31 kr' })]
      const once = correctLibrary(library, words).library
      expect(correctLibrary(once, words).library.lines).toEqual(once.lines)
      expect(correctLibrary(library, words.toReversed()).library.lines).toEqual(once.lines)
      expect(once.lines.map(({ quantities }) => quantities[0]?.value)).toEqual([one * 100_000, other * 100_000])
    }),
    { seed: 11, numRuns: 100 },
  )
})
