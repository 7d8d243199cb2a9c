import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Lawful, LawfulRow } from './lawful.ts'

interface GoldenLine {
  readonly id: string
  readonly label: string
  readonly nature: string
  readonly sumOf?: readonly { readonly line: string; readonly weight: number }[]
  readonly values: Readonly<Record<string, { readonly amount: number | null } | undefined>>
}

interface GoldenStatement {
  readonly title: string
  readonly unit: string
  readonly costSign: 'positive' | 'negative'
  readonly columns: readonly { readonly id: string; readonly label: string }[]
  readonly lines: readonly GoldenLine[]
}

const folder = fileURLToPath(new URL('../../data/golden/', import.meta.url))

/** The statements of `data/` that have sums, as they were meant: lines with all their amounts, sums that hold within rounding. */
export const dataStatements = (): readonly Lawful[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .flatMap(name => (JSON.parse(readFileSync(folder + name, 'utf8')) as { readonly statements: readonly GoldenStatement[] }).statements)
    .flatMap(lawfulOf)

function lawfulOf(statement: GoldenStatement): readonly Lawful[] {
  const amounts = (line: GoldenLine): readonly (number | null)[] => statement.columns.map(column => line.values[column.id]?.amount ?? null)
  const lines = statement.lines.filter(line => amounts(line).every(amount => amount !== null && Number.isInteger(amount)))
  const values = lines.map(line => amounts(line).map(amount => amount ?? 0))
  const rows = lines.map((line, index): LawfulRow => {
    const parts = (line.sumOf ?? []).map(part => ({ row: lines.findIndex(other => other.id === part.line), weight: part.weight }))
    const whole = parts.length > 0 && parts.every(part => part.row >= 0) && holds(values, index, parts)
    const kind = !whole ? 'item' : line.nature === 'result' ? 'result' : 'total'
    return { label: line.label, kind, values: values[index] ?? [], parts: whole ? parts : [] }
  })
  if (!rows.some(row => row.parts.length > 0)) return []
  return [
    {
      title: statement.title,
      headers: statement.columns.map(column => column.label),
      rows,
      costSign: statement.costSign,
      kronor: statement.unit === 'kr',
    },
  ]
}

/** Whether a sum holds in every column within the rounding of its members. */
const holds = (values: readonly (readonly number[])[], total: number, parts: LawfulRow['parts']): boolean =>
  (values[total] ?? []).every((printed, column) => {
    const sum = parts.reduce((all, part) => all + part.weight * (values[part.row]?.[column] ?? 0), 0)
    return Math.abs(sum - printed) <= Math.min((parts.length + 1) / 2, 3 * Math.sqrt((parts.length + 1) / 12))
  })
