import { useState } from 'preact/hooks'
import type { ReviewItem } from '../../contract/review.ts'
import { formatValue, parseShown, unitWord } from '../format.ts'
import { useWords } from '../words/words.ts'

interface AmountChoiceProps {
  readonly item: ReviewItem
  readonly save: (amount: number, why: string) => Promise<void>
  readonly skip: () => void
}

/** The readings of a cell, each with what it does to the sums, and room for another amount and for why. */
export function AmountChoice({ item, save, skip }: AmountChoiceProps) {
  const { language, w } = useWords()
  const [chosen, setChosen] = useState(item.effects[0] ? '0' : 'other')
  const [wrong, setWrong] = useState(false)
  const submit = (form: HTMLFormElement) => {
    const data = new FormData(form)
    const amount = chosen === 'other' ? parseShown(String(data.get('amount') ?? ''), language) : item.effects[Number(chosen)]?.amount
    setWrong(amount === undefined)
    if (amount !== undefined) void save(amount, String(data.get('why') ?? ''))
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        submit(event.currentTarget)
      }}
    >
      <fieldset>
        <legend>{w.whatItSays}</legend>
        {item.effects.map(({ amount, broken, asPrinted }, at) => (
          <label key={amount} class="choice">
            <input type="radio" name="reading" checked={chosen === String(at)} onChange={() => setChosen(String(at))} />
            <span>
              <strong>{formatValue(amount, item.unit, language)}</strong>
              {asPrinted && `, ${w.asPrinted}`} {broken.length === 0 ? w.sumsTie : w.sumsBreak}
              {broken.map(sum => (
                <span key={sum} class="formula">
                  {sum}
                </span>
              ))}
            </span>
          </label>
        ))}
        <label class="choice">
          <input type="radio" name="reading" checked={chosen === 'other'} onChange={() => setChosen('other')} />
          <span>
            {w.otherAmount} ({unitWord(item.unit, language)})
          </span>
        </label>
        {chosen === 'other' && <input name="amount" inputMode="decimal" aria-label={w.otherAmount} aria-invalid={wrong} required />}
      </fieldset>
      <label for="why">{w.whyThis}</label>
      <input id="why" name="why" maxLength={1000} autocomplete="off" />
      {wrong && <p role="alert">{w.noNumber}</p>}
      <p class="actions">
        <button type="submit" class="primary">
          {w.confirm}
        </button>
        <button type="button" onClick={skip}>
          {w.skipCell}
        </button>
      </p>
    </form>
  )
}
