import type { TriedSum } from '../../contract/draft.ts'
import { fill } from '../words/swedish.ts'
import { useWords } from '../words/words.ts'

const order = { beyond: 0, ambiguous: 1, possible: 2, likely: 3 }
const corrected: ReadonlySet<TriedSum['status']> = new Set(['repaired', 'derived'])
const ties = ({ verdict }: TriedSum): boolean => order[verdict] > 1

/** Every printed total beside the rows that it sums, those that do not tie first. */
export function SumList({ sums }: { readonly sums: readonly TriedSum[] }) {
  const { language, w } = useWords()
  if (sums.length === 0) return null
  const tied = sums.filter(ties)
  const count = tied.filter(({ status }) => corrected.has(status)).length
  return (
    <details>
      <summary>
        {fill(w.sumsTried, { tie: tied.length, all: sums.length })}
        {count > 0 && fill(w.sumsCorrected, { count })}
      </summary>
      <ul class="findings">
        {[...sums]
          .sort((a, b) => order[a.verdict] - order[b.verdict])
          .map((sum, at) => (
            <li key={at} class={ties(sum) ? 'holds' : 'warning'}>
              {sum.line}, {sum.column} ({w.line} {sum.at.line})<span class="formula">{sum.arithmetic[language]}</span>
            </li>
          ))}
      </ul>
    </details>
  )
}
