import type { DocumentPage } from '../../contract/documents.ts'
import type { CheckedDocument } from '../../contract/draft.ts'
import { sourceHref } from '../route.ts'
import { useLoaded } from '../use-loaded.ts'
import { Waiting } from '../waiting.tsx'
import { useWords } from '../words/words.ts'
import { FindingList } from './finding-list.tsx'
import { FlaggedCells } from './flagged-cells.tsx'
import { RuleList } from './rule-list.tsx'
import { StatementTable } from './statement-table.tsx'
import { SumList } from './sum-list.tsx'

/** One document: its tables as they were read, its checks with their arithmetic, its flagged cells, its facts. */
export function DocumentView({ document }: { readonly document: string }) {
  const { w } = useWords()
  const loaded = useLoaded<CheckedDocument>(`/api/documents/${encodeURIComponent(document)}`)
  const page = loaded.value
  if (!page) return <Waiting loaded={loaded} heading={w.document} />
  const { summary, statements, findings, facts, rules, sums, unaccounted } = page
  return (
    <div class="document-view">
      <h1>{summary.title}</h1>
      <p class="about">
        {[summary.associationName, w.documentKinds[summary.kind], summary.fiscalYear, w.documentStatus[summary.status], summary.decided]
          .filter(Boolean)
          .join(' · ')}{' '}
        · <a href={sourceHref(document, 1)}>{w.readText}</a>
      </p>
      <section>
        <h2>{w.rules}</h2>
        <RuleList rules={rules} />
        <SumList sums={sums} />
      </section>
      <section>
        <h2>{w.checks}</h2>
        {findings.length === 0 ? <p>{w.noFindings}</p> : <FindingList findings={findings} />}
      </section>
      <section>
        <h2>{w.flagged}</h2>
        <FlaggedCells statements={statements} document={document} />
      </section>
      <section>
        <h2>{w.statements}</h2>
        {statements.length === 0 && <p>{w.noStatements}</p>}
        {statements.map(statement => (
          <StatementTable key={statement.id} statement={statement} document={document} />
        ))}
      </section>
      {facts.length > 0 && <FactList facts={facts} document={document} />}
      {unaccounted.length > 0 && <Unaccounted rest={unaccounted} document={document} />}
    </div>
  )
}

function FactList({ facts, document }: { readonly facts: DocumentPage['facts']; readonly document: string }) {
  const { w } = useWords()
  return (
    <details>
      <summary>
        {w.factsRead} ({facts.length})
      </summary>
      <ul class="fact-list">
        {facts.map(fact => (
          <li key={fact.id}>
            <strong>{fact.subject}</strong> {fact.attribute}: {fact.printed}{' '}
            <a href={sourceHref(document, fact.source.line)}>
              {w.line} {fact.source.line}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Unaccounted({ rest, document }: { readonly rest: DocumentPage['unaccounted']; readonly document: string }) {
  const { w } = useWords()
  return (
    <details>
      <summary>
        {w.unaccounted} ({rest.length})
      </summary>
      <ul class="fact-list">
        {rest.map((number, at) => (
          <li key={at}>
            <kbd>{number.text}</kbd> {number.why}{' '}
            <a href={sourceHref(document, number.line)}>
              {w.line} {number.line}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
