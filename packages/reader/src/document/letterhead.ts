import type { TextLine } from '../text/text-document.ts'
import { isRunningHead } from './running-head.ts'

const registered = /^\W*(?:dnr|diarie(?:nr|nummer)|ärende(?:nr|nummer)|arende(?:nr|nummer)|beteckning)\b/i
const day = /^\W*\d{4}-\d\d-\d\d\W*$/
const page = /^\W*sid(?:a|an|nr)?\.?\s*\d/i
const mostLines = 5

/**
 * Numbers of the lines of letterheads: the registration number (diarienummer), the day of the letter and the page that stand right above or
 * below one another. A day there says when the letter was written, and heads no column.
 */
export function findLetterheads(lines: readonly TextLine[]): ReadonlySet<number> {
  const found = new Set<number>()
  const isPart = ({ text }: TextLine): boolean => registered.test(text) || day.test(text) || page.test(text) || isRunningHead(text.trim())
  let run: TextLine[] = []
  for (const line of [...lines, { number: 0, text: '' }]) {
    if (isPart(line)) {
      run.push(line)
      continue
    }
    const whole = run.length >= 2 && run.length <= mostLines && run.some(({ text }) => registered.test(text))
    if (whole) for (const { number } of run) found.add(number)
    run = []
  }
  return found
}
