import { describe, expect, test } from 'vitest'
import { headerAtoms, isHeaderLine, nearestScenario } from './header-atoms.ts'
import { headerCells } from './header-columns.ts'

const cells = (text: string): readonly string[] =>
  headerCells({ line: { number: 1, text }, atoms: headerAtoms(text) }).map(cell =>
    `${cell.scenario ?? '?'} ${cell.year ?? cell.days.join('..')}${cell.months ? ` ${cell.months.join('-')}` : ''}`.trim(),
  )

describe('headers', () => {
  test.each([
    { text: 'Bokslut 2021  Budget 2022  Prognos 2022 Budget 2023', cells: ['actual 2021', 'budget 2022', 'forecast 2022', 'budget 2023'] },
    { text: 'Bokslut 2021 Prognos 2022 Budget ;023', cells: ['actual 2021', 'forecast 2022', 'budget 2023'] },
    { text: 'Bokslut 2021 Prognos 2022 Budget 2g23', cells: ['actual 2021', 'forecast 2022', 'budget 2023'] },
    { text: 'Bokslut 2021 Prognos 2022 Budget 202”', cells: ['actual 2021', 'forecast 2022', 'budget'] },
    { text: '2023 2022', cells: ['? 2023', '? 2022'] },
    { text: 'Verksamhet 22-06-30 | 21-08-31', cells: ['? 2022-06-30', '? 2021-08-31'] },
    { text: '\tUtfall jan-aug 2024\tBudget 2024', cells: ['actual 2024 1-8', 'budget 2024'] },
    { text: 'Part Invånare 16-64 Andel Ram 2025 Ram 2024 Förändring', cells: ['?', '?', '? 2025', '? 2024', 'variance'] },
    { text: 'Belopp i tkr Not 2022-01-01 Prognos Budget', cells: ['? 2022-01-01', 'forecast', 'budget'] },
  ])('$text', ({ text, cells: expected }) => {
    expect(isHeaderLine(headerAtoms(text))).toBe(true)
    expect(cells(text)).toEqual(expected)
  })

  test.each([
    { text: 'Styrelsen beslutade om budgeten i maj 2023 efter samråd' },
    { text: 'Resultat enligt budget 2023 -447' },
    { text: 'Intäkter' },
    { text: 'Kostnader för insatser inom ram 2025' },
  ])('$text is none', ({ text }) => expect(isHeaderLine(headerAtoms(text))).toBe(false))

  test.each([
    { garbled: 'B;ggft', scenario: 'budget' },
    { garbled: 'Pr0gn;s', scenario: 'forecast' },
    { garbled: 'Xyzzy', scenario: undefined },
  ])('$garbled resembles $scenario', ({ garbled, scenario }) => expect(nearestScenario(garbled)).toBe(scenario))
})
