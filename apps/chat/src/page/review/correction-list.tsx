import type { Correction } from '../../contract/records.ts'
import { formatDay, formatNumber } from '../format.ts'
import { useWords } from '../words/words.ts'

/** What people have said about the cells of a document, the latest first. */
export function CorrectionList({ corrections }: { readonly corrections: readonly Correction[] }) {
  const { language, w } = useWords()
  if (corrections.length === 0) return null
  return (
    <details>
      <summary>
        {w.corrections} ({corrections.length})
      </summary>
      <ul class="fact-list">
        {corrections.toReversed().map(({ line, column, before, after, who, at, why }) => (
          <li key={at}>
            <strong>{line}</strong>, {column}: {before === null ? '?' : formatNumber(before, language)} → {formatNumber(after, language)} ·{' '}
            {who}, {formatDay(at.slice(0, 10), language)}
            {why && `. ${why}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
