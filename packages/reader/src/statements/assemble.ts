import { type Cell, type Column, isMoney, type Line, type Nature, type Statement, type Unit } from '@finsam/domain'
import type { CellId } from '../reconcile/equation.ts'
import type { Solution } from '../reconcile/problem.ts'
import type { ShareEquation } from '../shares/share-equation.ts'
import type { RawRow } from '../tables/raw-table.ts'
import { chosenCell } from './chosen-cell.ts'
import type { DraftStatement } from './draft-statement.ts'
import { proofOf } from './proof-text.ts'
import { shareText } from './share-text.ts'
import { idMaker } from './slug.ts'
import { columnsOf } from './statement-columns.ts'
import { titleOf } from './statement-title.ts'
import { unitOfLabel } from './units.ts'
import type { WholeProblem } from './whole-problem.ts'

export interface Settled {
  readonly drafts: readonly DraftStatement[]
  readonly problem: WholeProblem
  readonly solution: Solution
  /** The values of all cells, by their number. */
  readonly values: readonly (number | null)[]
  /** The percents that settled cells which the sums left open. */
  readonly shareProofs: ReadonlyMap<CellId, readonly ShareEquation[]>
}

/** Turns settled tables into statements. */
export function assembleStatements(settled: Settled): Statement[] {
  const nextId = idMaker()
  return settled.drafts.map((draft, index) => {
    const columns = columnsOf(draft)
    const title = titleOf(draft)
    const page = draft.table.rows[0]?.draft.page
    return {
      id: nextId(title),
      title,
      kind: draft.kind,
      unit: statementUnit(draft, columns),
      ...(draft.unit.from && isMoney(statementUnit(draft, columns)) ? { unitFrom: draft.unit.from } : {}),
      costSign: costSign(settled, index),
      ...(page === undefined ? {} : { page }),
      headerLines: draft.table.headers.map(header => header.line.number),
      columns,
      lines: linesOf(settled, index, columns),
    }
  })
}

const statementUnit = (draft: DraftStatement, columns: readonly Column[]): Unit => {
  const units = columns.map(column => column.unit)
  return units.length > 0 && units.every(unit => unit !== undefined) ? (units[0] ?? draft.unit.unit) : draft.unit.unit
}

function costSign(settled: Settled, statement: number): 'positive' | 'negative' {
  const draft = settled.drafts[statement]
  let balance = 0
  draft?.meanings.forEach((meaning, row) => {
    if (meaning.nature !== 'cost') return
    for (let column = 0; column < draft.sheet.grid.columns; column += 1) {
      if (draft.columns[column]?.scenario === 'variance' || draft.columns[column]?.measure === 'share') continue
      balance += Math.sign(settled.solution.cells[settled.problem.idOf(statement, row, column)]?.value ?? 0)
    }
  })
  return balance < 0 ? 'negative' : 'positive'
}

function linesOf(settled: Settled, statement: number, columns: readonly Column[]): Line[] {
  const draft = settled.drafts[statement]
  if (!draft) return []
  const nextId = idMaker()
  const toLabel = draft.table.rows.map((_, index) => draft.sheet.grid.rows[index]?.readings[draft.sheet.choice[index] ?? 0]?.toLabel ?? 0)
  const labels = draft.table.rows.map((row, index) => readable(row, toLabel[index] ?? 0, draft.table.hasNotes))
  const ids = labels.map(label => nextId(label))
  if (draft.names) return linesByName(settled, statement, draft.names, columns)
  return draft.table.rows.map((row, index): Line => {
    const meaning = draft.meanings[index]
    const sum = draft.sheet.sums.find(found => found.total === index)
    const printed = printedLabel(row, toLabel[index] ?? 0)
    const own = unitOfLabel(row)
    const money = own !== undefined && own !== draft.unit.unit && isMoney(draft.unit.unit) ? own : undefined
    const unit = unitOfNature(meaning?.nature) ?? money
    const strong = meaning?.role.total === 'strong'
    return {
      id: ids[index] ?? `rad-${index + 1}`,
      label: labels[index] ?? row.label,
      printedLabel: printed,
      sourceLine: row.draft.line,
      ...(row.draft.page === undefined ? {} : { page: row.draft.page }),
      text: row.draft.text.slice(0, 2_000),
      nature: meaning?.nature ?? 'cost',
      role: meaning?.role.ofWhich || isSetIn(draft, index) ? 'of-which' : sum || strong ? 'total' : 'item',
      ...(row.section === '' ? {} : { section: row.section.slice(0, 200) }),
      ...(unit ? { unit } : {}),
      ...(sum && sum.kind !== 'copy' ? { sumOf: sum.parts.map(part => ({ line: ids[part.row] ?? '', weight: part.weight })) } : {}),
      values: valuesOf(settled, statement, index, columns),
    }
  })
}

/** The unit of what is no money. */
const unitOfNature = (nature: Nature | undefined): Unit | undefined =>
  nature === 'share' ? 'percent' : nature === 'count' ? 'count' : undefined

/** The amounts of rows that are years, each a line of its own under the name of its column. */
function linesByName(settled: Settled, statement: number, names: NonNullable<DraftStatement['names']>, columns: readonly Column[]): Line[] {
  const draft = settled.drafts[statement]
  const nextId = idMaker()
  return (draft?.table.rows ?? []).flatMap((row, index) =>
    names.map(({ label, meaning }, column): Line => {
      const id = columns[draft?.columnOfRow?.[index] ?? 0]?.id
      const cell = cellFor(settled, statement, index, column)
      const unit = unitOfNature(meaning.nature)
      return {
        id: nextId(label),
        label,
        printedLabel: label,
        sourceLine: row.draft.line,
        ...(row.draft.page === undefined ? {} : { page: row.draft.page }),
        text: row.draft.text.slice(0, 2_000),
        nature: meaning.nature,
        role: meaning.role.total === 'strong' ? 'total' : 'item',
        ...(unit ? { unit } : {}),
        values: id && cell ? { [id]: cell } : {},
      }
    }),
  )
}

/** The place of a cell among a statement's lines: its row, or its own line where rows are years. */
export const lineIndex = (draft: DraftStatement | undefined, row: number, column: number): number =>
  draft?.names ? row * draft.names.length + column : row

/** A row set in below the row that it is a part of. */
const isSetIn = (draft: DraftStatement, row: number): boolean =>
  draft.sheet.sums.some(
    sum => sum.kind === 'sum' && sum.parts.every(part => part.row > sum.total) && sum.parts.some(part => part.row === row),
  )

/** The label for reading: with the years, days and letters that belong to it, without notes, budget codes and decisions; a row without a label takes its heading's. */
function readable(row: RawRow, toLabel: number, hasNotes: boolean): string {
  const taken = row.draft.tail.slice(0, toLabel)
  const decision = taken.findIndex(token => token.text === '§')
  const added = taken
    .slice(0, decision < 0 ? toLabel : decision)
    .filter(({ kind, text }) => kind !== 'code' && kind !== 'mark' && kind !== 'minus' && !(hasNotes && /^\d{1,2}$/.test(text)))
  const label = [row.label, ...added.map(token => token.text)]
    .join(' ')
    .replace(/\s+\d{1,2}(?:\.\d{1,2}){1,3}\.?$/, '')
    .replace(/^[•*·–-]\s+(?=\p{L})|\s*[:,;]$/gu, '')
    .trim()
  return label === '' ? `Summa ${row.section.split(' / ').at(-1) ?? ''}`.trim() : label
}

function printedLabel(row: RawRow, toLabel: number): string {
  const tokens = row.draft.tail.slice(0, toLabel).map(token => token.text)
  return [row.label, ...tokens].join(' ').trim()
}

function valuesOf(settled: Settled, statement: number, row: number, columns: readonly Column[]): Record<string, Cell> {
  const draft = settled.drafts[statement]
  const values: Record<string, Cell> = {}
  if (!draft) return values
  const only = draft.columnOfRow?.[row]
  for (let column = 0; column < draft.sheet.grid.columns; column += 1) {
    const id = columns[only ?? column]?.id
    const cell = id ? cellFor(settled, statement, row, column) : undefined
    if (id && cell) values[id] = cell
  }
  return values
}

function cellFor(settled: Settled, statement: number, row: number, column: number): Cell | undefined {
  const draft = settled.drafts[statement]
  const id = settled.problem.idOf(statement, row, column)
  const solved = settled.solution.cells[id]
  const print = draft ? chosenCell(draft, row, column) : undefined
  if (!solved || !print) return undefined
  if (solved.status === 'missing' && print.printed === '') return undefined
  const shares = settled.shareProofs.get(id)?.map(equation => shareText(equation, settled)) ?? []
  const sums = solved.proof.map(equation => proofOf(equation, id, settled.values))
  const proof = solved.status === 'printed' ? [] : [...shares, ...sums].slice(0, 3)
  return {
    amount: solved.value,
    status: solved.status === 'missing' ? 'ambiguous' : solved.status,
    printed: print.printed,
    ...(solved.alternatives.length > 0 ? { alternatives: [...solved.alternatives] } : {}),
    ...(proof.length > 0 ? { proof: proof.join('; ') } : {}),
    step: print.step,
  }
}
