import type { Statement } from '@finsam/domain'
import { diacriticShare, type LabelKnowledge } from './knowledge.ts'
import { restoreLabel } from './restore-label.ts'

const leastLetters = 150

/** Tables may have lost their diacritics where the prose around them has not. */
function forTables(statements: readonly Statement[], knowledge: LabelKnowledge): LabelKnowledge {
  const labels = statements.flatMap(statement => statement.lines.map(line => line.printedLabel)).join(' ')
  const lost = !knowledge.damaged && labels.length >= leastLetters && diacriticShare(labels) < 0.02
  return lost ? { ...knowledge, damaged: true, remembered: new Map() } : knowledge
}

/** Statements with readable titles, headers, sections and labels. What the document prints stays in `printedLabel` and `text`. */
export function restoreStatements(statements: readonly Statement[], knowledge: LabelKnowledge): Statement[] {
  const known = forTables(statements, knowledge)
  const readable = (text: string): string => restoreLabel(text, known)
  return statements.map(statement => ({
    ...statement,
    title: readable(statement.title),
    columns: statement.columns.map(column => ({ ...column, label: readable(column.label) })),
    lines: statement.lines.map(line => ({
      ...line,
      label: readable(line.label),
      ...(line.section === undefined ? {} : { section: readable(line.section) }),
    })),
  }))
}
