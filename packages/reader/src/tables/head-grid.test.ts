import { describe, expect, test } from 'vitest'
import { headGrid } from './head-grid.ts'

const lay = (columns: number, ...lines: readonly string[]): readonly string[] | undefined =>
  headGrid(
    lines.map((text, index) => ({ number: index + 1, text })),
    columns,
  )?.cells.map(({ text, scenario = '?', measure, year, days, months }) =>
    [text, scenario, measure, year, days.join('..'), months?.join('-')].filter(part => part).join(' | '),
  )

describe('the lines of a head, word by word', () => {
  test.each([
    {
      what: 'broken words',
      lines: ['Års- Period- Utfall Avvi- Avvi- Prognos', 'budget budget jan-apr kelse kelse % helår'],
      cells: [
        'Årsbudget | budget | 1-12',
        'Periodbudget | budget',
        'Utfall jan-apr | actual | 1-4',
        'Avvikelse | variance',
        'Avvikelse % | variance | share',
        'Prognos helår | forecast | 1-12',
      ],
    },
    {
      what: 'fewer times than columns',
      lines: ['Belopp i tkr Bokslut Budget Diff Bokslut', '24 24 23'],
      cells: ['Bokslut 2024 | actual | 2024', 'Budget 2024 | budget | 2024', 'Diff | variance', 'Bokslut 2023 | actual | 2023'],
    },
    {
      what: 'days over three lines',
      lines: ['Belopp i kr Not Utfall Budget Helårs-', '230101- 230101- prognos', '230630 230630 2023'],
      cells: [
        'Utfall 2023-01-01- 2023-06-30 | actual | 2023-01-01..2023-06-30',
        'Budget 2023-01-01- 2023-06-30 | budget | 2023-01-01..2023-06-30',
        'Helårsprognos 2023 | forecast | 2023 | 1-12',
      ],
    },
    {
      what: 'groups of columns',
      lines: ['2024 2023', 'Utfall Budget Utfall Budget'],
      cells: ['2024 Utfall | actual | 2024', '2024 Budget | budget | 2024', '2023 Utfall | actual | 2023', '2023 Budget | budget | 2023'],
    },
    {
      what: 'a caption over two units',
      lines: ['2025 2026 Förändring', 'budget budget tkr %'],
      cells: [
        '2025 budget | budget | 2025',
        '2026 budget | budget | 2026',
        'Förändring tkr | variance | change',
        'Förändring % | variance | share',
      ],
    },
    {
      what: 'words that belong to the next',
      lines: ['Ack utfall Ack budget Avvikelse', 'jan-aug jan-aug mot budget'],
      cells: ['Ack utfall jan-aug | actual | 1-8', 'Ack budget jan-aug | budget | 1-8', 'Avvikelse mot budget | variance'],
    },
    {
      what: 'a stretch that ends in a month',
      lines: ['Utfall Budget Utfall t o m Budget', '2021 2022 okt 2022 2023'],
      cells: [
        'Utfall 2021 | actual | 2021',
        'Budget 2022 | budget | 2022',
        'Utfall t.o.m okt 2022 | actual | 2022 | 1-10',
        'Budget 2023 | budget | 2023',
      ],
    },
    {
      what: 'months in four figures',
      lines: ['Utfall Utfall Prognos', '2408 2308 2024'],
      cells: ['Utfall 2024-08 | actual | 2024-08-31', 'Utfall 2023-08 | actual | 2023-08-31', 'Prognos 2024 | forecast | 2024'],
    },
    {
      what: 'halves of years, with letters read as signs',
      lines: ['Utfall f6rsta Budget andra', 'halv&ret 2024 halvåret 2023'],
      cells: ['Utfall första halvåret 2024 | actual | 2024 | 1-6', 'Budget andra halvåret 2023 | budget | 2023 | 7-12'],
    },
    {
      what: 'a year with a lost figure',
      lines: ['Budget Plan Plan', '2025 2026 202?'],
      cells: ['Budget 2025 | budget | 2025', 'Plan 2026 | plan | 2026', 'Plan 2027 | plan | 2027'],
    },
    {
      what: 'names that go on',
      lines: ['Kommun Norra Södra Ungdoms- Totalt', 'teamet teamet coacher'],
      cells: ['Norra teamet | ?', 'Södra teamet | ?', 'Ungdomscoacher | ?', 'Totalt | ? | amount'],
    },
  ])('$what', ({ lines, cells }) => expect(lay(cells.length, ...lines)).toEqual(cells))

  test.each([
    { what: 'a heading of rows', columns: 3, lines: ['Utfall Budget Utfall', 'Styrelse och kansli'] },
    { what: 'a title over years', columns: 3, lines: ['Not 5 Insatser, tkr', 'Verksamhetens intäkter netto'] },
    { what: 'a sentence', columns: 3, lines: ['Förbundet har tre', 'medlemmar i regionen'] },
    { what: 'one line alone', columns: 2, lines: ['Utfall 2024 Budget 2024'] },
    { what: 'a head whose first line does not fit', columns: 2, lines: ['Utfall Budget Prognos 2024', 'Utfall Budget', '2024 2024'] },
  ])('$what is none', ({ columns, lines }) => expect(lay(columns, ...lines)).toBeUndefined())
})
