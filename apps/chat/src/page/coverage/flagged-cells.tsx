import type { Statement } from '@finsam/domain'
import { sourceHref } from '../route.ts'
import { ReadAs } from '../source/read-as.tsx'
import { useWords } from '../words/words.ts'

const flaggedCells = (statements: readonly Statement[]) =>
  statements.flatMap(statement =>
    statement.lines.flatMap(line =>
      statement.columns.flatMap(column => {
        const cell = line.values[column.id]
        if (!cell || cell.status === 'printed') return []
        const { proof, alternatives, ...rest } = cell
        const unit = line.unit ?? column.unit ?? statement.unit
        return [
          {
            ...rest,
            ...(proof ? { proof } : {}),
            ...(alternatives ? { alternatives } : {}),
            unit,
            column: column.label,
            label: line.label,
            line: line.sourceLine,
          },
        ]
      }),
    ),
  )

/** Every cell that was not simply taken as printed. */
export function FlaggedCells({ statements, document }: { readonly statements: readonly Statement[]; readonly document?: string }) {
  const { w } = useWords()
  const cells = flaggedCells(statements)
  if (cells.length === 0) return <p>{w.noFlagged}</p>
  return (
    <ul class="flagged">
      {cells.map(cell => (
        <li key={`${cell.line} ${cell.column} ${cell.label}`}>
          <strong>{cell.label}</strong> <ReadAs cell={cell} />{' '}
          {document === undefined ? (
            <span class="place">
              {w.line} {cell.line}
            </span>
          ) : (
            <a href={sourceHref(document, cell.line)}>
              {w.line} {cell.line}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
