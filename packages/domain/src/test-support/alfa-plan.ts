import { cost, equityRow, income, libraryOf, type Row, reading, statement, total, yearColumn } from './build.ts'

const contributions = ['Försäkringskassan', 'Region Alfa', 'Norrby kommun', 'Söderby kommun']

const equity: Row = equityRow('Utgående eget kapital', 500_000)

/** Alfa's plan for 2024 and 2025: contributions of 8 mnkr split by the law, costs of 8 and 8.2 mnkr, equity of 500 000 kr at the end of 2024. */
export const alfaPlan = reading({}, [
  statement(
    [yearColumn('budget', 2024), yearColumn('plan', 2025)],
    [
      income('Försäkringskassan', 4_000_000, 4_000_000),
      income('Region Alfa', 2_000_000, 2_000_000),
      income('Norrby kommun', 1_200_000, 1_200_000),
      income('Söderby kommun', 800_000, 800_000),
      total('income', 'Summa medlemsbidrag', contributions, 8_000_000, 8_000_000),
      { ...cost('Team Norr', 6_500_000, 6_600_000), section: 'Insatser' },
      { ...cost('Kansli', 1_500_000, 1_600_000), section: 'Administration' },
      total('cost', 'Summa kostnader', ['Team Norr', 'Kansli'], 8_000_000, 8_200_000),
    ],
  ),
  statement([yearColumn('budget', 2024)], [equity], { id: 'kapital', kind: 'equity-rollforward' }),
])

/** A library of Alfa's plan alone. */
export const alfaLibrary = libraryOf(alfaPlan)
