import type { Statement } from '@finsam/domain'
import type { LabelKnowledge } from './knowledge.ts'
import { restoreLabel } from './restore-label.ts'

/** Statements with readable titles, headers, sections and labels. What the document prints stays in `printedLabel` and `text`. */
export const restoreStatements = (statements: readonly Statement[], knowledge: LabelKnowledge): Statement[] =>
  statements.map(statement => ({
    ...statement,
    title: restoreLabel(statement.title, knowledge),
    columns: statement.columns.map(column => ({ ...column, label: restoreLabel(column.label, knowledge) })),
    lines: statement.lines.map(line => ({
      ...line,
      label: restoreLabel(line.label, knowledge),
      ...(line.section === undefined ? {} : { section: restoreLabel(line.section, knowledge) }),
    })),
  }))
