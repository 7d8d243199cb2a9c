import type { ReadCell } from '../../contract/source.ts'
import { KindMark } from '../answer/kind-mark.tsx'
import { formatValue } from '../format.ts'
import { useWords } from '../words/words.ts'

/** One cell whose value is not simply what is printed: the printed characters beside the value, and why. */
export function ReadAs({
  cell,
}: {
  readonly cell: Pick<ReadCell, 'column' | 'printed' | 'amount' | 'unit' | 'status' | 'proof' | 'alternatives'>
}) {
  const { language, w } = useWords()
  const show = (amount: number) => formatValue(amount, cell.unit, language)
  return (
    <>
      <KindMark kind={cell.status} /> {cell.column}: {w.printedAs} {cell.printed ? <kbd>{cell.printed}</kbd> : w.nothingPrinted}
      {cell.amount !== null && (
        <>
          , {w.readAs} <strong>{show(cell.amount)}</strong>
        </>
      )}
      {cell.alternatives && `. ${w.alternatives}: ${cell.alternatives.map(show).join(', ')}`}
      {cell.proof && `. ${w.proof}: ${cell.proof}`}
    </>
  )
}
