import { expect, test } from 'vitest'
import type { Target } from '../query/target.ts'
import { alfaLibrary, alfaPlan } from '../test-support/alfa-plan.ts'
import { cost, income, libraryOf, type Row, reading, statement, total, yearColumn } from '../test-support/build.ts'
import { conceptOfTarget, weightIn } from './part-of.ts'

const rest: readonly Row[] = [
  { ...cost('Lokal', 10), section: 'Drift' },
  { ...cost('Hyresrabatt', 2), section: 'Drift' },
  total('cost', 'Delsumma drift', ['Lokal', '-Hyresrabatt'], 8),
  cost('Fika', 1),
  total('cost', 'Delsumma allt', ['Delsumma drift', 'Fika'], 9),
  income('Loppis', 5),
  { label: 'Antal stolar', nature: 'count', amounts: [7], unit: 'count' },
]
const library = libraryOf({
  ...alfaPlan,
  statements: [...alfaPlan.statements, statement([yearColumn('budget', 2024)], rest, { id: 'drift', kind: 'note' })],
})
const line = (name: string): Target => ({ line: `alfa/${name}` })
const concept = (name: string): Target => ({ concept: name })

test.each<[string, Target, Target, number]>([
  ['a line is itself', line('kansli'), line('kansli'), 1],
  ['a line is the concept that it alone stands for', line('kansli'), concept('office'), 1],
  ['and the concept is the line', concept('office'), line('kansli'), 1],
  ['a concept is a part of those above it', concept('office'), concept('total-costs'), 1],
  ['but not the other way round', concept('total-costs'), concept('office'), 0],
  ['nor of a sibling', concept('office'), concept('initiatives'), 0],
  ['a line counts in its subtotal', line('lokal'), line('delsumma-drift'), 1],
  ['one that is taken away counts against it', line('hyresrabatt'), line('delsumma-drift'), -1],
  ['through subtotals, too', line('lokal'), line('delsumma-allt'), 1],
  ['and against, through subtotals', line('hyresrabatt'), line('delsumma-allt'), -1],
  ['a line of another table does not', line('kansli'), line('delsumma-allt'), 0],
  ['a concept is no addend of a subtotal', concept('office'), line('delsumma-drift'), 0],
  ['a member is a part of the contributions', { member: 'norrby' }, concept('contributions-municipalities'), 1],
  ['the state is the state’s contribution', { member: 'forsakringskassan' }, concept('contribution-state'), 1],
  ['and the other way round', concept('contribution-state'), { member: 'forsakringskassan' }, 1],
  ['the region is the region’s', { member: 'region-alfa' }, concept('contribution-region'), 1],
  ['all municipalities are not one', concept('contributions-municipalities'), { member: 'norrby' }, 0],
  ['nor is the other', { member: 'soderby' }, { member: 'norrby' }, 0],
  ['contributions are income', { measure: 'contributions-total' }, concept('total-income'), 1],
  ['a share is a part of nothing', { measure: 'administration-share' }, concept('total-costs'), 0],
  ['heads are a part of nothing', line('antal-stolar'), concept('total-costs'), 0],
  ['what nobody knows is a part of nothing', concept('okand'), concept('total-costs'), 0],
  ['nor is anything of it', concept('office'), concept('okand'), 0],
])('%s', (_name, part, whole, weight) => {
  expect(weightIn(library, part, whole)).toBe(weight)
})

test('a team is a part of the printed sum of individual initiatives, and of no other sum', () => {
  const rows: readonly Row[] = [
    cost('Stöd Ekby', 3),
    cost('Stöd Sjöby', 2),
    total('cost', 'Summa individinsatser', ['Stöd Ekby', 'Stöd Sjöby'], 5),
  ]
  const teams = libraryOf({ ...alfaPlan, statements: [statement([yearColumn('budget', 2024)], rows, { id: 'insatser', kind: 'note' })] })
  expect(weightIn(teams, line('stod-ekby'), concept('initiatives-individual'))).toBe(1)
  expect(weightIn(teams, line('stod-ekby'), concept('initiatives-structural'))).toBe(0)
})

test.each<[Target, string | undefined]>([
  [line('kansli'), 'office'],
  [line('loppis'), 'total-income'],
  [line('antal-stolar'), undefined],
  [line('okand'), undefined],
  [{ member: 'norrby' }, 'contribution-municipality'],
  [{ member: 'region-alfa' }, 'contribution-region'],
  [{ member: 'forsakringskassan' }, 'contribution-state'],
  [{ measure: 'contributions-total' }, 'contributions'],
  [{ measure: 'equity-ratio' }, undefined],
])('%j stands for %s', (target, expected) => {
  expect(conceptOfTarget(library, target)).toBe(expected)
})

test('a cost that stands for no concept counts in the costs', () => {
  const bare = libraryOf(
    reading({}, [statement([yearColumn('budget', 2024)], [cost('Kaffe', 1), cost('Bullar', 2)], { id: 'n', kind: 'volume-targets' })]),
  )
  expect(bare.line('alfa/kaffe')?.concept).toBeUndefined()
  expect(weightIn(bare, line('kaffe'), concept('total-costs'))).toBe(1)
  expect(weightIn(bare, line('kaffe'), concept('administration'))).toBe(0)
})

test('the plan’s own lines are found', () => {
  expect(weightIn(alfaLibrary, line('team-norr'), line('summa-kostnader'))).toBe(1)
})
