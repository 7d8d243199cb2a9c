import { describe, expect, test } from 'vitest'
import { calendarYear } from '../model/period.ts'
import type { DocumentInfo, DocumentReading } from '../model/reading.ts'
import {
  alfa,
  association,
  cost,
  equityRow,
  income,
  instantColumn,
  libraryOf,
  member,
  printedCell,
  reading,
  spanColumn,
  statement,
  total,
  yearColumn,
} from '../test-support/build.ts'
import { createLibrary } from './create-library.ts'
import type { Library, Quantity } from './library.ts'
import { toBase } from './printing.ts'

const year = [yearColumn('budget', 2024)]
const only = (library: Library, key: string): Quantity => {
  const quantities = library.line(key)?.quantities ?? []
  if (quantities.length !== 1 || !quantities[0]) throw new Error(`${key} has ${quantities.length} quantities`)
  return quantities[0]
}
const document = (id: string, fiscalYear: number, more: Partial<DocumentInfo> = {}): Partial<DocumentReading['document']> => ({
  id,
  fiscalYear,
  ...more,
})

describe('one amount, however often it is printed', () => {
  test('thousands and kronor of one amount meet in the finer', () => {
    const library = libraryOf(
      reading({}, [
        statement(year, [cost('Team Norr', 3_299)], { id: 'oversikt', unit: 'tkr' }),
        statement(year, [cost('Team Norr', 3_298_993)], { id: 'not', kind: 'note' }),
      ]),
    )
    const quantity = only(library, 'alfa/team-norr')
    expect(quantity).toMatchObject({ value: 329_899_300, low: 329_899_250, high: 329_899_350, conflict: false, status: 'printed' })
    expect(quantity.printings.map(({ statement: id }) => id).sort()).toEqual(['not', 'oversikt'])
  })
  test('amounts that do not meet are a conflict, and the document of the year itself is believed', () => {
    const rows = (amount: number) => [statement([yearColumn('budget', 2023)], [cost('Kansli', amount)])]
    for (const order of [1, -1]) {
      const readings = [reading(document('plan-2023', 2023), rows(700)), reading(document('plan-2024', 2024), rows(720))]
      const library = libraryOf(...(order === 1 ? readings : readings.toReversed()))
      expect(only(library, 'alfa/kansli')).toMatchObject({ value: 70_000, conflict: true })
      expect(library.findings.map(({ code }) => code)).toEqual(['printings-differ'])
    }
  })
  test('a decided plan is believed before a proposal', () => {
    const rows = (amount: number) => [statement(year, [cost('Kansli', amount)])]
    const library = libraryOf(
      reading(document('forslag', 2024, { status: 'proposal' }), rows(700)),
      reading(document('beslut', 2024), rows(720)),
    )
    expect(only(library, 'alfa/kansli').value).toBe(72_000)
    expect(library.mainDocument('alfa')?.id).toBe('beslut')
  })
  test('what is printed is surer than what was derived', () => {
    const library = libraryOf(
      reading({}, [
        statement(year, [cost('Kansli', printedCell(700, { status: 'derived', printed: 'Y' }))], { id: 'a' }),
        statement(year, [cost('Kansli', 700)], { id: 'b' }),
      ]),
    )
    expect(only(library, 'alfa/kansli').status).toBe('printed')
  })
  test('a result in a balance column is the result of the year so far', () => {
    const library = libraryOf(
      reading({}, [
        statement(
          [instantColumn('actual', '2024-06-30')],
          [
            { label: 'Periodens resultat', nature: 'result', amounts: [5] },
            equityRow('IB eget kapital', 9),
            { label: 'Summa eget kapital', nature: 'equity', amounts: [14], role: 'total' },
          ],
          { kind: 'balance' },
        ),
      ]),
    )
    expect(library.lines.map(({ quantities }) => quantities[0]?.period)).toEqual([
      { from: '2024-01-01', to: '2024-06-30' },
      { at: '2023-12-31' },
      { at: '2024-06-30' },
    ])
  })
})

describe('lines', () => {
  test('a cost is positive however its document signs it, and its total’s weights follow', () => {
    const library = libraryOf(
      reading({}, [
        statement(
          year,
          [income('Medlemsbidrag', 900), cost('Kansli', -1_000), total('result', 'Resultat', ['Medlemsbidrag', 'Kansli'], -100)],
          { costSign: 'negative' },
        ),
      ]),
    )
    expect(only(library, 'alfa/kansli').value).toBe(100_000)
    expect(only(library, 'alfa/resultat').value).toBe(-10_000)
    expect(library.line('alfa/resultat')?.sumOf).toEqual([
      { line: 'alfa/medlemsbidrag', weight: 1 },
      { line: 'alfa/kansli', weight: -1 },
    ])
  })
  test('a year in a label does not make another line of it', () => {
    const library = libraryOf(
      reading(document('p24', 2024), [statement(year, [income('Medelstilldelning 2024', 10)])]),
      reading(document('p25', 2025), [statement([yearColumn('budget', 2025)], [income('Medelstilldelning 2025', 11)])]),
    )
    expect(library.lines.map(({ key, label, quantities }) => [key, label, quantities.length])).toEqual([
      ['alfa/medelstilldelning', 'Medelstilldelning', 2],
    ])
  })
  test('namesakes in one table are two lines', () => {
    const library = libraryOf(
      reading({}, [
        statement(year, [
          { ...cost('Övrigt', 1), section: 'Kansli' },
          { ...cost('Övrigt', 2), section: 'Insatser' },
        ]),
      ]),
    )
    expect(library.lines.map(({ key }) => key)).toEqual(['alfa/ovrigt', 'alfa/ovrigt--insatser'])
  })
  test('totals of one name and other amounts are two lines', () => {
    const library = libraryOf(
      reading({}, [
        statement(year, [cost('Kansli', 5), total('cost', 'Summa kostnader', ['Kansli'], 5)], { id: 'a', title: 'Administration' }),
        statement(year, [{ ...cost('Team', 7), section: 'Insatser' }, total('cost', 'Summa kostnader', ['Team'], 7)], {
          id: 'b',
          title: 'Insatser',
        }),
      ]),
    )
    expect(library.lines.filter(({ label }) => label === 'Summa kostnader').map(({ concept }) => concept?.id)).toEqual([
      'administration',
      'initiatives',
    ])
  })
  test('the net column is kept apart from the income side', () => {
    const half = { from: '2024-01-01', to: '2024-06-30' }
    const library = libraryOf(
      reading({}, [
        statement(
          [spanColumn('actual', half, { measure: 'income' }), spanColumn('actual', half, { measure: 'net' })],
          [cost('Kansli', 0, 5)],
        ),
      ]),
    )
    expect(library.line('alfa/kansli')?.quantities.map(({ measure, value }) => [measure, value])).toEqual([
      ['income', 0],
      ['net', 500],
    ])
  })
})

describe('concepts from context', () => {
  const conceptsOf = (rows: Parameters<typeof statement>[1]): Readonly<Record<string, string | undefined>> =>
    Object.fromEntries(libraryOf(reading({}, [statement(year, rows)])).lines.map(({ label, concept }) => [label, concept?.id]))

  test('operating costs with the initiatives among them are all costs', () => {
    expect(
      conceptsOf([
        cost('Lön förbundschef', 3),
        cost('Kostnader insatser', 7),
        total('cost', 'Summa verksamhetens kostnader', ['Lön förbundschef', 'Kostnader insatser'], 10),
      ]),
    ).toMatchObject({
      'Summa verksamhetens kostnader': 'total-costs',
      'Kostnader insatser': 'initiatives',
    })
  })
  test('operating costs with the initiatives apart are administration', () => {
    expect(
      conceptsOf([
        { ...cost('Styrelse', 3), section: 'Verksamhetens kostnader' },
        total('cost', 'Summa verksamhetens kostnader', ['Styrelse'], 3),
        { ...cost('Team Norr', 7), section: 'Kostnader insatser' },
        total('cost', 'Summa kostnader insatser', ['Team Norr'], 7),
      ]),
    ).toMatchObject({
      'Summa verksamhetens kostnader': 'administration',
      'Summa kostnader insatser': 'initiatives',
      'Team Norr': 'initiative',
    })
  })
  test('a balanced result is brought forward above the costs and equity below them', () => {
    expect(
      conceptsOf([
        income('Medlemsbidrag', 10),
        income('Balanserat resultat', 2),
        total('income', 'Summa intäkter', ['Medlemsbidrag', 'Balanserat resultat'], 12),
        total('cost', 'Summa kostnader', undefined, 9),
        total('result', 'Resultat', ['Summa intäkter', '-Summa kostnader'], 3),
      ]),
    ).toEqual({
      Medlemsbidrag: 'contributions',
      'Balanserat resultat': 'brought-forward',
      'Summa intäkter': 'available-funds',
      'Summa kostnader': 'total-costs',
      Resultat: 'closing-equity',
    })
  })
  test('whatever nature the reader gave the balanced result', () => {
    const rows = (above: 'income' | 'equity' | 'result', below: 'equity' | 'result'): Parameters<typeof statement>[1] => [
      { ...income('Medlemsbidrag', 10), section: 'Intäkter' },
      { label: 'Balanserat resultat', nature: above, amounts: [2], section: 'Intäkter' },
      total('income', 'Summa intäkter', ['Medlemsbidrag', 'Balanserat resultat'], 12),
      total('cost', 'Summa kostnader', undefined, 9),
      { label: 'Prel balanserat resultat', nature: below, amounts: [3] },
    ]
    for (const above of ['income', 'equity', 'result'] as const)
      for (const below of ['equity', 'result'] as const)
        expect(conceptsOf(rows(above, below)), `${above} ${below}`).toMatchObject({
          'Balanserat resultat': 'brought-forward',
          'Summa intäkter': 'available-funds',
          'Prel balanserat resultat': 'closing-equity',
        })
  })
  test('equity used is income in a budget, not the year’s own', () => {
    expect(
      conceptsOf([
        income('Medlemsbidrag', 10),
        income('Ianspråktagande av eget kapital', 2),
        total('income', 'Summa intäkter', ['Medlemsbidrag', 'Ianspråktagande av eget kapital'], 12),
      ]),
    ).toMatchObject({
      'Ianspråktagande av eget kapital': 'brought-forward',
      'Summa intäkter': 'available-funds',
    })
  })
  test('persons in a table of money are no contributions', () => {
    const key = libraryOf(
      reading({}, [
        statement([{ ...yearColumn('actual', 2022), unit: 'persons' }], [{ ...income('Norrby kommun', 43_674), unit: 'persons' }], {
          kind: 'distribution-key',
          unit: 'persons',
        }),
      ]),
    )
    expect(key.lines[0]).toMatchObject({ concept: { id: 'population' }, member: 'norrby', unit: 'persons' })
  })
  test.each([
    ['Eget kapital 1/1 2024', 'opening-equity'],
    ['Eget kapital 2024-01-01', 'opening-equity'],
    ['IB eget kapital', 'opening-equity'],
    ['Eget kapital vid årets ingång', 'opening-equity'],
    ['Eget kapital vid ingången av 2024', 'opening-equity'],
    ['Eget kapital 31/12 2024', 'closing-equity'],
    ['Eget kapital 2024-12-31', 'closing-equity'],
    ['Utgående eget kapital', 'closing-equity'],
    ['Beräknat eget kapital vid årets slut', 'closing-equity'],
    ['Summa eget kapital', 'equity'],
  ])('%s is %s', (label, concept) => {
    const [line] = libraryOf(
      reading({}, [statement(year, [{ label, nature: 'equity', amounts: [5] }], { kind: 'equity-rollforward' })]),
    ).lines
    expect(line?.concept?.id).toBe(concept)
  })
  test('a unit in the label does not hide the name', () => {
    expect(conceptsOf([income('Intäkter (tkr)', 5), cost('Kostnader, kr', 4)])).toEqual({
      'Intäkter (tkr)': 'total-income',
      'Kostnader, kr': 'total-costs',
    })
  })
  test('what municipalities pay together is no contribution of all', () => {
    const lines = [
      income('Norrby kommun', 2),
      income('Söderby kommun', 2),
      total('income', 'Totalt', ['Norrby kommun', 'Söderby kommun'], 4),
    ]
    expect(conceptsOf(lines)).toMatchObject({ Totalt: 'contributions-municipalities' })
  })
  test('an untitled total of members is the contributions', () => {
    expect(
      conceptsOf([
        income('Staten', 4),
        income('Regionen', 2),
        income('Norrby kommun', 2),
        total('income', 'Totalt', ['Staten', 'Regionen', 'Norrby kommun'], 8),
      ]),
    ).toMatchObject({
      Staten: 'contribution-state',
      Regionen: 'contribution-region',
      'Norrby kommun': 'contribution-municipality',
      Totalt: 'contributions',
    })
  })
})

describe('members', () => {
  test('a place whose inhabitants are counted is a municipality, without the word as well', () => {
    const counted = { ...yearColumn('actual', 2023), id: 'people', measure: 'population', unit: 'persons' as const }
    const people = statement([counted], [{ label: 'Lillby', nature: 'count', amounts: [9_000], unit: 'count' }], { unit: 'persons' })
    const library = createLibrary([reading({ association: 'gamma', associationName: 'Gamma' }, [people])], { associations: [] })
    expect(library.association('gamma')?.members).toMatchObject([{ id: 'lillby', kind: 'municipality' }])
    expect(library.lines[0]).toMatchObject({ concept: { id: 'population' }, member: 'lillby', quantities: [{ unit: 'persons' }] })
  })
  test.each([
    ['Norrby kommun', 'norrby'],
    ['Norrbys kommun', 'norrby'],
    ['Driftbidrag från Söderby', 'soderby'],
    ['S6derby kommun', 'soderby'],
    ['Region Alfa', 'region-alfa'],
    ['Bidrag från Regionen', 'region-alfa'],
    ['Staten genom Försäkringskassan', 'forsakringskassan'],
    ['Forsdkringskassan', 'forsakringskassan'],
  ])('%s is %s', (label, id) => {
    expect(libraryOf(reading({}, [statement(year, [income(label, 5)])])).lines[0]?.member).toBe(id)
  })
  test('two agencies at once are neither', () => {
    const registry = {
      associations: [{ ...alfa, members: [...alfa.members, member('arbetsformedlingen', 'Arbetsförmedlingen', 'state', 'AF')] }],
    }
    for (const label of ['Arbetsförmedling och Försäkringskassa', 'Driftbidrag från staten (AF+FK)']) {
      const [line] = createLibrary([reading({}, [statement(year, [income(label, 5)])])], registry).lines
      expect([line?.concept?.id, line?.member]).toEqual(['contribution-state', undefined])
    }
  })
  test('a cost that names a member is no contribution', () => {
    const [line] = libraryOf(reading({}, [statement(year, [cost('Norrby kommun', 5)])])).lines
    expect([line?.concept?.id, line?.member]).toEqual(['initiative', undefined])
  })
})

describe('associations', () => {
  const unknown = reading({ association: 'gamma', associationName: 'Samordningsförbundet Gamma', orgNumber: '222000-1111' }, [
    statement(year, [income('Österby kommun', 1), income('Region Väst', 1), income('Försäkringskassan', 2)]),
  ])
  test('one that the registry does not know comes from its document, members too', () => {
    const library = createLibrary([unknown], { associations: [] })
    expect(library.association('gamma')).toMatchObject({ shortName: 'Gamma', orgNumber: '222000-1111' })
    expect(library.association('gamma')?.members.map(({ id, kind }) => [id, kind])).toEqual([
      ['osterby', 'municipality'],
      ['region-vast', 'region'],
      ['staten', 'state'],
    ])
    expect(library.member('osterby')?.name).toBe('Österby kommun')
  })
  test('one that the registry knows by number or name keeps the registry’s id', () => {
    const known = association('gamma-forbundet', 'Gamma', [], { orgNumber: '222 000-1111' })
    expect(createLibrary([unknown], { associations: [known] }).documents[0]?.association).toBe('gamma-forbundet')
    const byName = association('g', 'Gamma', [])
    expect(createLibrary([unknown], { associations: [byName] }).lines.every(line => line.association === 'g')).toBe(true)
  })
})

describe('the document that speaks for a year', () => {
  const library = libraryOf(
    reading(document('plan-2023', 2023), []),
    reading(document('arsredovisning-2023', 2023, { kind: 'annual-report' }), []),
    reading(document('plan-2024', 2024), []),
    reading(document('delar-2024', 2024, { kind: 'interim-report' }), []),
  )
  test.each([
    [2023, 'arsredovisning-2023'],
    [2024, 'plan-2024'],
    [undefined, 'plan-2024'],
    [2022, undefined],
  ])('%s: %s', (asked, id) => {
    expect(library.mainDocument('alfa', asked)?.id).toBe(id)
  })
  test('nobody speaks for an association without documents', () => {
    expect(library.mainDocument('omega')).toBeUndefined()
  })
})

test('everything is found again by its id', () => {
  const library = libraryOf(
    reading(
      {},
      [statement(year, [income('Norrby kommun', 5)])],
      [
        {
          id: 'f1',
          kind: 'date',
          subject: 's',
          attribute: 'a',
          value: 1,
          printed: '1',
          context: '1',
          source: { document: 'plan', line: 1, text: '1' },
        },
      ],
    ),
  )
  expect(library.association('alfa')?.id).toBe('alfa')
  expect(library.member('norrby')?.kind).toBe('municipality')
  expect(library.document('plan')?.fiscalYear).toBe(2024)
  expect(library.line('alfa/norrby-kommun')?.label).toBe('Norrby kommun')
  expect(library.linesOf('alfa')).toHaveLength(1)
  expect(library.linesOf('omega')).toEqual([])
  expect(library.linesFor('alfa', 'contribution-municipality')).toHaveLength(1)
  expect(library.linesFor('alfa', 'audit')).toEqual([])
  expect(library.facts[0]).toMatchObject({ association: 'alfa', document: 'plan' })
})

test('an amount too large for exact öre is refused, not rounded', () => {
  expect(() => toBase(1e14, 'kr')).toThrow(RangeError)
  expect(toBase(48.4, 'percent')).toBe(48.4)
  expect(toBase(1.3, 'mnkr')).toBe(130_000_000)
})

test('periods that no header tells stay unknown', () => {
  const library = libraryOf(reading({}, [statement([{ ...yearColumn('budget', 2024), period: null }], [cost('Kansli', 4)])]))
  expect(only(library, 'alfa/kansli').period).toBeNull()
  expect(calendarYear(2024)).toEqual({ from: '2024-01-01', to: '2024-12-31' })
})
