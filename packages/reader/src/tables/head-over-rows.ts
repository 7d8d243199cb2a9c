import type { TextLine } from '../text/text-document.ts'
import { type HeadGrid, headGrid } from './head-grid.ts'
import { isHeading } from './head-on-line.ts'
import { isDayOfMonth, isTelling, wordsOver } from './head-words.ts'
import type { Labelled } from './labelled-rows.ts'
import type { RowDraft } from './row-draft.ts'

const mostHeadRows = 2
const mostHeadings = 2

/** The head over some rows, and how many of them belong to it. */
export interface HeadOverRows extends HeadGrid {
  readonly rows: number
}

/** Years, days and parts of them, however short or damaged, and nothing that is an amount. */
const time = /^(?:(?:19|20)\d\S(?:[-–](?:19|20)?\d\d)?|-?\d{6}-?|[1-3]\d(?:0[1-9]|1[0-2])?|\d{1,2}\/\d{1,2}|\d{4}-\d\d-\d\d)$/
const isTimes = ({ parting, label, tail }: RowDraft): boolean =>
  parting === 'spaces' && tail.length > 0 && tail.every(({ text }) => (label === '' ? time.test(text) : isDayOfMonth(text)))

/** Whether a row names its columns by scenario and year: `Budget 25 Plan 26 Plan 27`. */
const namesColumns = ({ parting, text }: RowDraft, columns: number): boolean =>
  parting === 'spaces' && wordsOver(text, columns).some(words => words.every(word => word.text.split(' ').every(isTelling)))

/**
 * The head of the rows of a table, laid over its columns word by word: the lines above, and the first rows where these hold nothing but
 * times (`24 24 23`), the headings of the first rows left out.
 */
export function headOverRows(above: readonly TextLine[], rows: readonly Labelled[], columns: number): HeadOverRows | undefined {
  const times = rows.findIndex(({ draft }) => !isTimes(draft) && !namesColumns(draft, columns))
  const most = Math.min(mostHeadRows, Math.max(times, 0))
  for (let taken = most; taken >= 0; taken -= 1) {
    const lines = [...above, ...rows.slice(0, taken).map(({ draft }) => ({ number: draft.line, text: draft.text }))]
    const grid = headGrid(lines, columns, taken > 0 ? 1 : undefined)
    if (grid) return { ...grid, rows: taken }
  }
  for (let headings = 1; headings <= mostHeadings && headings < above.length; headings += 1) {
    if (!above.slice(-headings).every(({ text }) => isHeading(text))) return undefined
    const grid = headGrid(above.slice(0, -headings), columns)
    if (grid) return { ...grid, rows: 0 }
  }
  return undefined
}
