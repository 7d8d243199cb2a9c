import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { CorrectionRequest } from '../../contract/records.ts'
import type { ReviewItem } from '../../contract/review.ts'
import { KindMark } from '../answer/kind-mark.tsx'
import { Refused } from '../api.ts'
import { formatValue } from '../format.ts'
import { sourceHref } from '../route.ts'
import { useInstallation } from '../session.ts'
import { fill } from '../words/swedish.ts'
import { useWords } from '../words/words.ts'
import { AmountChoice } from './amount-choice.tsx'

const keyOf = (item: ReviewItem): string => `${item.statement} ${item.line} ${item.column}`

interface ReviewQueueProps {
  readonly items: readonly ReviewItem[]
  /** Keeps what a person says about a cell. */
  readonly save: (cell: CorrectionRequest) => Promise<unknown>
  /** Whether the printed line can be looked at in its document. */
  readonly linked?: boolean
}

/** One flagged cell at a time; a word on it brings up the next. */
export function ReviewQueue({ items, save, linked = true }: ReviewQueueProps) {
  const { w } = useWords()
  const [at, setAt] = useState(0)
  const [done, setDone] = useState('')
  const item = items[at]
  return (
    <>
      <p role="status">{done}</p>
      {item ? (
        <>
          <p class="about">{fill(w.cellOf, { n: at + 1, total: items.length })}</p>
          <ReviewCell
            key={keyOf(item)}
            item={item}
            save={save}
            linked={linked}
            follows={at > 0}
            next={told => {
              setDone(told)
              setAt(at + 1)
            }}
          />
        </>
      ) : (
        <p>{w.nothingToReview}</p>
      )}
    </>
  )
}

interface ReviewCellProps {
  readonly item: ReviewItem
  readonly save: ReviewQueueProps['save']
  readonly linked: boolean
  /** Whether it came up after another, and so takes the focus. */
  readonly follows: boolean
  readonly next: (told: string) => void
}

function ReviewCell({ item, save: keep, linked, follows, next }: ReviewCellProps) {
  const { language, w } = useWords()
  const { offers } = useInstallation()
  const [failure, setFailure] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (follows) heading.current?.focus()
  }, [])
  const save = async (amount: number, why: string) => {
    const { document, statement, line, column, printed } = item
    try {
      await keep({ document, statement, line, column, printed, amount, why })
      next(fill(w.saved, { label: item.label, amount: formatValue(amount, item.unit, language) }))
    } catch (error) {
      setFailure(error instanceof Refused ? error.message : w.unreachable)
    }
  }
  return (
    <article class="report">
      <h2 ref={heading} tabIndex={-1}>
        {item.label}, {item.columnLabel} <KindMark kind={item.status} />
      </h2>
      <p>{w.kindTexts[item.status]}</p>
      <pre class="printed-line" lang="sv">
        {item.text}
      </pre>
      <p>
        {item.title} · {linked && <a href={sourceHref(item.document, item.sourceLine)}>{w.openSource}</a>}
        {linked && ' · '}
        {w.printedAs} {item.printed ? <kbd>{item.printed}</kbd> : w.nothingPrinted}
        {item.proof && ` · ${w.proof}: ${item.proof}`}
      </p>
      {offers.records ? (
        <AmountChoice item={item} save={save} skip={() => next('')} />
      ) : (
        <>
          <p>{w.recordsOff}</p>
          <button type="button" onClick={() => next('')}>
            {w.skipCell}
          </button>
        </>
      )}
      {failure !== undefined && (
        <p role="alert" class="failure">
          {failure}
        </p>
      )}
    </article>
  )
}
