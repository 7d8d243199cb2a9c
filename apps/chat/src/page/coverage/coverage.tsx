import type { DocumentList, DocumentSummary } from '../../contract/documents.ts'
import { scrollRegion } from '../answer/scroll-region.ts'
import { formatNumber } from '../format.ts'
import { documentHref } from '../route.ts'
import { useLoaded } from '../use-loaded.ts'
import { Waiting } from '../waiting.tsx'
import { useWords } from '../words/words.ts'

export const figuresOf = ({ cells }: DocumentSummary): number => Object.values(cells).reduce((sum, count) => sum + count, 0)

/** All that answers rest on: associations × years × documents, and how well each was read. */
export function Coverage() {
  const { w } = useWords()
  const loaded = useLoaded<DocumentList>('/api/documents')
  return (
    <div class="coverage">
      <h1>{w.coverage}</h1>
      <p class="intro">{w.coverageIntro}</p>
      {loaded.value ? <CoverageTable documents={loaded.value.documents} /> : <Waiting loaded={loaded} />}
    </div>
  )
}

const byAssociation = (a: DocumentSummary, b: DocumentSummary): number =>
  a.associationName.localeCompare(b.associationName, 'sv') || (a.fiscalYear ?? 0) - (b.fiscalYear ?? 0)

function CoverageTable({ documents }: DocumentList) {
  const { w } = useWords()
  if (documents.length === 0) return <p>{w.noDocuments}</p>
  const headings = [w.figuresRead, w.repaired, w.uncertain, w.findings, w.accounted]
  return (
    <div {...scrollRegion(w.coverage)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.association}</th>
            <th scope="col">{w.year}</th>
            <th scope="col">{w.document}</th>
            {headings.map(heading => (
              <th key={heading} scope="col" class="number">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...documents].sort(byAssociation).map(document => (
            <Row key={document.id} document={document} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ document }: { readonly document: DocumentSummary }) {
  const { language, w } = useWords()
  const { cells, findings } = document
  const counts = [figuresOf(document), cells.repaired + cells.derived, cells.ambiguous, findings.error + findings.warning]
  const share = document.numbers === 0 ? 100 : Math.floor((document.accounted / document.numbers) * 1000) / 10
  return (
    <tr>
      <th scope="row">{document.associationName.replace(/^Samordningsförbundet /, '')}</th>
      <td>{document.fiscalYear ?? '–'}</td>
      <td>
        <a href={documentHref(document.id)}>
          {w.documentKinds[document.kind]}, {w.documentStatus[document.status]}
        </a>
      </td>
      {counts.map((count, at) => (
        <td key={at} class="number">
          {formatNumber(count, language)}
        </td>
      ))}
      <td class="number">{formatNumber(share, language, 1)} %</td>
    </tr>
  )
}
