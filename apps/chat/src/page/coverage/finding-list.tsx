import type { WordedFinding } from '../../contract/documents.ts'
import { sourceHref } from '../route.ts'
import { useWords } from '../words/words.ts'

const weight = { error: 0, warning: 1, info: 2 }

/** Findings, the gravest first, each with its sum as it was tried and a link to its line. */
export function FindingList({ findings, linked = true }: { readonly findings: readonly WordedFinding[]; readonly linked?: boolean }) {
  const { language, w } = useWords()
  const sorted = [...findings].sort((a, b) => weight[a.severity] - weight[b.severity] || a.at.line - b.at.line)
  return (
    <ul class="findings">
      {sorted.map((finding, at) => (
        <li key={at} class={finding.severity}>
          <strong>{w.severity[finding.severity]}</strong> {finding.message[language]}
          {finding.arithmetic && finding.arithmetic !== finding.message[language] && <span class="formula">{finding.arithmetic}</span>}{' '}
          {linked ? (
            <a
              href={sourceHref(
                finding.at.document,
                finding.at.line,
                finding.others?.map(other => other.line),
              )}
            >
              {w.line} {finding.at.line}
            </a>
          ) : (
            <span class="place">
              {w.line} {finding.at.line}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
