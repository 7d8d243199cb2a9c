import { useState } from 'preact/hooks'
import type { DraftReport } from '../../contract/draft.ts'
import { SortableTable } from '../answer/sortable-table.tsx'
import { Refused, sendFile } from '../api.ts'
import { saveFile } from '../conversation/save-file.ts'
import { FindingList } from '../coverage/finding-list.tsx'
import { FlaggedCells } from '../coverage/flagged-cells.tsx'
import { RuleList } from '../coverage/rule-list.tsx'
import { StatementTable } from '../coverage/statement-table.tsx'
import { SumList } from '../coverage/sum-list.tsx'
import { formatValue } from '../format.ts'
import { documentHref } from '../route.ts'
import { fill } from '../words/swedish.ts'
import { useWords } from '../words/words.ts'

/** One page about a draft: what it is taken for, which rules hold, what does not add up, what changed, and its tables as they were read. */
export function DraftReportView({ report, file }: { readonly report: DraftReport; readonly file?: File }) {
  const { w } = useWords()
  const { page, rules, sums, personalNumbers } = report
  const { summary } = page
  return (
    <article class="report">
      <h2>{summary.title}</h2>
      <p class="about">{[summary.associationName, w.documentKinds[summary.kind], summary.fiscalYear].filter(Boolean).join(' · ')}</p>
      {personalNumbers.length > 0 && (
        <p role="alert" class="failure">
          {fill(w.personalNumbers, { lines: personalNumbers.join(', ') })}
        </p>
      )}
      <section>
        <h3>{w.rules}</h3>
        <RuleList rules={rules} linked={false} />
        <SumList sums={sums} />
      </section>
      <section>
        <h3>{w.checks}</h3>
        {page.findings.length === 0 ? <p>{w.noFindings}</p> : <FindingList findings={page.findings} linked={false} />}
      </section>
      <Changes report={report} />
      <section>
        <h3>{w.flagged}</h3>
        <FlaggedCells statements={page.statements} />
      </section>
      <section>
        <h3>{w.statements}</h3>
        {page.statements.length === 0 && <p>{w.noStatements}</p>}
        {page.statements.map(statement => (
          <StatementTable key={statement.id} statement={statement} />
        ))}
      </section>
      <ReportActions file={file} />
    </article>
  )
}

/** The report on paper, or as a file: the draft is then read once more, since nothing of it was kept. */
function ReportActions({ file }: { readonly file: File | undefined }) {
  const { language, w } = useWords()
  const [told, tell] = useState('')
  const save = async (draft: File) => {
    try {
      saveFile(await (await sendFile('/api/drafts/export', draft, language, '&format=xlsx')).blob(), 'finsam-granskning.xlsx')
      tell(w.exported)
    } catch (error) {
      tell(error instanceof Refused ? error.message : w.unreachable)
    }
  }
  return (
    <p class="actions">
      <button type="button" onClick={() => print()}>
        {w.print}
      </button>
      {file && (
        <button type="button" onClick={() => save(file)}>
          {w.xlsx}
        </button>
      )}
      <span role="status">{told}</span>
    </p>
  )
}

function Changes({ report: { earlier } }: { readonly report: DraftReport }) {
  const { language, w } = useWords()
  if (!earlier) return null
  const show = (amount: number | null, unit: (typeof earlier.changes)[number]['unit']) =>
    amount === null ? '–' : formatValue(amount, unit, language)
  const rows = earlier.changes.map(({ line, column, unit, before, after }) => [line, column, show(before, unit), show(after, unit)])
  return (
    <section>
      <h3>{w.changes}</h3>
      <p>
        {w.comparedWith} <a href={documentHref(earlier.document)}>{earlier.title}</a>.{rows.length === 0 && ` ${w.noChanges}`}
      </p>
      {rows.length > 0 && <SortableTable caption={w.changes} columns={[w.row, w.column, w.before, w.after]} rows={rows} />}
    </section>
  )
}
