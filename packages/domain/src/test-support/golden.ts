import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { DocumentReading, Nature, StatementKind } from '../model/reading.ts'

const folder = join(import.meta.dirname, '../../../../../shared/golden')

/** The golden files of documents, where the shared folder stands beside the repository. */
export const goldenAvailable = existsSync(folder)

interface GoldenLine {
  readonly id: string
  readonly label: string
  readonly labelAsPrinted: string
  readonly section?: string
  readonly nature: string
  readonly role?: string
  readonly sourceLine: number
  readonly sumOf?: { readonly line: string; readonly weight: number }[]
  readonly values: Readonly<Record<string, { readonly amount: number | null; readonly status: string; readonly printed: string | null }>>
}
interface Golden {
  readonly association: { readonly id: string; readonly name: string }
  readonly document: { readonly title: string; readonly fiscalYear: number; readonly decided: string }
  readonly statements: readonly {
    readonly id: string
    readonly title: string
    readonly kind: StatementKind
    readonly unit: 'kr' | 'tkr'
    readonly columns: readonly {
      readonly id: string
      readonly label: string
      readonly scenario: 'actual' | 'budget' | 'forecast' | 'plan'
      readonly period: { from: string; to: string } | { at: string }
    }[]
    readonly lines: readonly GoldenLine[]
  }[]
}

const natures: Readonly<Record<string, Nature>> = {
  'brought-forward': 'income',
  'carried-forward': 'result',
  total: 'liability',
  subtotal: 'cost',
}
const statuses = { repaired: 'repaired', derived: 'derived', ambiguous: 'ambiguous' } as const

const lineOf = (line: GoldenLine): DocumentReading['statements'][number]['lines'][number] => ({
  id: line.id,
  label: line.label,
  printedLabel: line.labelAsPrinted,
  sourceLine: line.sourceLine,
  text: line.labelAsPrinted,
  nature: natures[line.nature] ?? (line.nature as Nature),
  role: line.role === 'of-which' ? 'of-which' : line.sumOf || line.role ? 'total' : 'item',
  ...(line.section ? { section: line.section } : {}),
  ...(line.sumOf ? { sumOf: line.sumOf.map(({ line: id, weight }) => ({ line: id, weight })) } : {}),
  values: Object.fromEntries(
    Object.entries(line.values).map(([id, { amount, status, printed }]) => [
      id,
      { amount, status: status in statuses ? statuses[status as keyof typeof statuses] : 'printed', printed: printed ?? '' },
    ]),
  ),
})

/** A golden document as a reading of the model: natures and roles in the model's words. */
export function goldenReading(name: string): DocumentReading {
  const golden = JSON.parse(readFileSync(join(folder, `${basename(name)}.json`), 'utf8')) as Golden
  return {
    document: {
      id: name,
      hash: '0'.repeat(64),
      title: golden.document.title,
      kind: 'plan-and-budget',
      association: golden.association.id,
      associationName: golden.association.name,
      fiscalYear: golden.document.fiscalYear,
      decided: golden.document.decided,
      status: 'decided',
      language: 'sv',
      lines: 300,
    },
    statements: golden.statements.map(({ id, title, kind, unit, columns, lines }) => ({
      id,
      title,
      kind,
      unit,
      costSign: 'positive',
      headerLines: [1],
      columns: columns.map(({ id: column, label, scenario, period }) => ({ id: column, label, scenario, period })),
      lines: lines.map(lineOf),
    })),
    facts: [],
    findings: [],
    headings: [],
    meter: { numbers: 0, accounted: 0, rest: [] },
  }
}
