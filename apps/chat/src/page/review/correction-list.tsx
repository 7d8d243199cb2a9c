import type { CorrectionView } from '../../contract/review.ts'
import { formatDay, formatValue } from '../format.ts'
import { useWords } from '../words/words.ts'

/** What people have said about the cells of a document, the latest first. */
export function CorrectionList({ corrections }: { readonly corrections: readonly CorrectionView[] }) {
  const { language, w } = useWords()
  if (corrections.length === 0) return null
  return (
    <details>
      <summary>
        {w.corrections} ({corrections.length})
      </summary>
      <ul class="fact-list">
        {corrections.toReversed().map(({ label, column, unit, before, after, who, at, why, holds }) => (
          <li key={at}>
            <strong>{label}</strong>, {column}: {before === null ? '?' : formatValue(before, unit, language)} →{' '}
            {formatValue(after, unit, language)} · {who}, {formatDay(at.slice(0, 10), language)}
            {why && `. ${why}`}
            {!holds && `. ${w.correctionRests}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
