import type { RowDraft } from '../tables/row-draft.ts'
import { chosenCell } from './chosen-cell.ts'
import type { DraftStatement } from './draft-statement.ts'
import type { NumericToken } from './read-statements.ts'

/** Where a stretch of a row stands in the text. */
const placeIn = ({ line, goesOn }: RowDraft, { start, end }: { readonly start: number; readonly end: number }): NumericToken =>
  goesOn && start >= goesOn.at ? { line: goesOn.line, start: start - goesOn.at, end: end - goesOn.at } : { line, start, end }

/** The numeric tokens of the text that stand in cells, headers and labels of statements. */
export function accountedTokens(drafts: readonly DraftStatement[]): NumericToken[] {
  const found: NumericToken[] = []
  for (const draft of drafts) {
    for (const header of draft.table.headers) {
      for (const atom of header.atoms) if (/\d/.test(atom.text)) found.push({ line: header.line.number, start: atom.start, end: atom.end })
    }
    draft.table.rows.forEach((row, index) => {
      const toLabel = draft.sheet.grid.rows[index]?.readings[draft.sheet.choice[index] ?? 0]?.toLabel ?? 0
      for (const token of row.draft.tail.slice(0, toLabel)) if (/\d/.test(token.text)) found.push(placeIn(row.draft, token))
      for (const match of row.draft.label.matchAll(/\S*\d\S*/g)) {
        const start = row.draft.labelEnd - row.draft.label.length + match.index
        found.push({ line: row.draft.line, start, end: start + match[0].length })
      }
      const note = row.readings[draft.sheet.choice[index] ?? 0]?.note
      if (note) found.push(placeIn(row.draft, note))
      for (let column = 0; column < draft.sheet.grid.columns; column += 1) {
        const cell = chosenCell(draft, index, column)
        if (cell && /\d/.test(cell.printed)) found.push(placeIn(row.draft, cell))
      }
    })
  }
  return found
}
