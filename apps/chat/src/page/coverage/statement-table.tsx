import type { Cell, Column, Line, Statement } from '@finsam/domain'
import { scrollRegion } from '../answer/scroll-region.ts'
import { formatNumber, formatPeriod, unitWord } from '../format.ts'
import { sourceHref } from '../route.ts'
import { fill } from '../words/swedish.ts'
import { useWords } from '../words/words.ts'

/** A statement as it was read; a cell that was not simply taken as printed bears its mark, and each line leads to its source. */
export function StatementTable({ statement, document }: { readonly statement: Statement; readonly document?: string }) {
  const { language, w } = useWords()
  const unit = unitWord(statement.unit, language)
  return (
    <div {...scrollRegion(statement.title)}>
      <table class="statement">
        <caption>
          {statement.title} <small>{unit && fill(w.amountsIn, { unit })}</small>
        </caption>
        <thead>
          <tr>
            <th scope="col">{w.row}</th>
            {statement.columns.map(column => (
              <ColumnHead key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {statement.lines.map(line => (
            <tr key={line.id} class={line.role}>
              <th scope="row" title={`${w.line} ${line.sourceLine}: ${line.printedLabel}`}>
                {document === undefined ? line.label : <a href={sourceHref(document, line.sourceLine)}>{line.label}</a>}
              </th>
              {statement.columns.map(column => (
                <CellView key={column.id} cell={line.values[column.id]} line={line} column={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ColumnHead({ column }: { readonly column: Column }) {
  const { language, w } = useWords()
  const meaning = `${w.scenarios[column.scenario]}, ${column.period ? formatPeriod(column.period, language) : w.noPeriod}`
  return (
    <th scope="col" class="number">
      {column.label}
      <small>{meaning}</small>
    </th>
  )
}

function CellView({ cell, line, column }: { readonly cell: Cell | undefined; readonly line: Line; readonly column: Column }) {
  const { language, w } = useWords()
  if (!cell) return <td class="number">–</td>
  const unit = line.unit ?? column.unit
  const amount = cell.amount === null ? '?' : formatNumber(cell.amount, language)
  return (
    <td class={`number ${cell.status}`}>
      {amount}
      {unit && ` ${unitWord(unit, language)}`}
      {cell.status !== 'printed' && <span class={`kind ${cell.status}`}>{w.kinds[cell.status]}</span>}
    </td>
  )
}
