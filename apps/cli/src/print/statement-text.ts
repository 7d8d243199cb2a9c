import type { Cell, Line, Statement } from '@finsam/domain'

const amounts = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 4 })
const marks: Readonly<Record<Cell['status'], string>> = {
  printed: '',
  repaired: ' (repaired)',
  derived: ' (derived)',
  ambiguous: ' (ambiguous)',
  confirmed: ' (confirmed)',
}

const cellText = (cell: Cell | undefined): string =>
  cell ? `${cell.amount === null ? '?' : amounts.format(cell.amount)}${marks[cell.status]}` : ''
const lineText = (line: Line, statement: Statement): string =>
  [String(line.sourceLine), line.label, ...statement.columns.map(column => cellText(line.values[column.id]))].join('\t')

/** A statement as tab-separated rows: source line, label, one amount a column. */
export const statementText = (statement: Statement): string =>
  [
    `${statement.title} · ${statement.kind} · ${statement.unit}`,
    ['line', 'label', ...statement.columns.map(column => column.label)].join('\t'),
    ...statement.lines.map(line => lineText(line, statement)),
    '',
  ].join('\n')
