import { labelByName } from './label-cells.ts'
import type { RowDraft } from './row-draft.ts'
import type { RowItem, TableBlock, TableItem, TextItem } from './table-block.ts'

/** A row with its whole label and the headings it stands under. */
export interface Labelled {
  readonly draft: RowDraft
  readonly label: string
  readonly section: string
  readonly sectionIndex: number
  readonly apart: boolean
}

/** A row of words and nothing but a reference to a note is a heading: `Eget kapital 6`. */
const isNotedHeading = (item: TableItem): item is RowItem =>
  item.kind === 'row' &&
  item.row.parting === 'spaces' &&
  item.row.label !== '' &&
  item.row.tail.length === 1 &&
  /^[1-9]\d?$/.test(item.row.tail[0]?.text ?? '')

const asHeading = ({ row, apart }: RowItem): TextItem => ({
  kind: 'text',
  line: { number: row.line, ...(row.page === undefined ? {} : { page: row.page }), text: row.text },
  text: row.label,
  apart,
})

/**
 * The items of a block with each row labelled by what it is for.
 *
 * @param noted  whether a column of the block refers to notes: a row of nothing but such a reference is then a heading
 */
export function namedItems({ items, headers }: TableBlock, noted: boolean): readonly TableItem[] {
  const drafts = items.flatMap(item => (item.kind === 'row' ? [item.row] : []))
  const named = labelByName(drafts, headers)
  const byDraft = new Map(drafts.map((draft, index) => [draft, named[index] ?? draft]))
  return items
    .map(item => (item.kind === 'row' ? { ...item, row: byDraft.get(item.row) ?? item.row } : item))
    .map(item => (noted && isNotedHeading(item) ? asHeading(item) : item))
}

/** Joins labels that are broken over lines, and notes the headings that rows stand under. */
export function labelRows(items: readonly TableItem[]): readonly Labelled[] {
  const rows: Labelled[] = []
  let heading: string[] = []
  let lead = ''
  let sectionIndex = 0
  let rowSinceHeading = false
  const inTable = items.some(item => item.kind === 'row')
  items.forEach((item, index) => {
    if (item.kind === 'row') {
      const continues = lead !== '' && (item.row.label === '' || goesOn(item.row.label) || isOpen.test(lead))
      const label = continues ? `${lead} ${item.row.label}`.trim() : item.row.label
      rows.push({ draft: item.row, label, section: heading.join(' / '), sectionIndex, apart: item.apart })
      lead = ''
      rowSinceHeading = true
      return
    }
    const next = items[index + 1]
    const previous = rows.at(-1)
    if (inTable && lostTotal(item, next)) {
      rows.push({ draft: rowWithoutAmounts(item), label: item.text, section: heading.join(' / '), sectionIndex, apart: item.apart })
      rowSinceHeading = true
      return
    }
    if (/^\p{Ll}/u.test(item.text) && previous && rowSinceHeading && lead === '') {
      rows[rows.length - 1] = { ...previous, label: `${previous.label} ${item.text}` }
      return
    }
    if (
      next?.kind === 'row' &&
      (next.row.label === '' ||
        (goesOn(next.row.label) && !next.apart) ||
        /^\p{Ll}/u.test(next.row.label) ||
        (isOpen.test(item.text) && !next.apart))
    ) {
      lead = item.text
      return
    }
    if (rowSinceHeading) heading = []
    const last = heading.at(-1)
    if (/^\p{Ll}/u.test(item.text) && last !== undefined) heading[heading.length - 1] = `${last} ${item.text}`
    else heading = [...heading, withoutBorders(item.text)].slice(-3)
    sectionIndex += 1
    rowSinceHeading = false
  })
  return rows
}

/** Whether a label is the end of the one on the line above: it begins with a small letter, or is a bracket. */
const goesOn = (label: string): boolean => /^(?:\p{Ll}|\([^()]+\)$)/u.test(label)

/** Words that a label does not end with: the line goes on. */
const isOpen = /(?:^|\s)(?:och|samt|eller|för|till|av|från|med|inom|via|per)$/i

/** A heading without the bars, tabs and colon that its table sets around it. */
export const withoutBorders = (text: string): string =>
  text
    .replace(/[|\t]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/:$/, '')

/** A line that says it is a total but shows no amount, and is no heading, lead or end of a neighbour's label. */
const lostTotal = (item: TextItem, next: TableItem | undefined): boolean => {
  if (!/^(?:(?:del)?summa|totalt?)\s+\p{L}/iu.test(item.text) || item.text.length > 60) return false
  const following = next === undefined ? '' : next.kind === 'row' ? next.row.label : next.text
  return following !== '' && !/^\p{Ll}/u.test(following)
}

const rowWithoutAmounts = (item: TextItem): RowDraft => ({
  line: item.line.number,
  ...(item.line.page === undefined ? {} : { page: item.line.page }),
  text: item.line.text.trim(),
  parting: 'spaces',
  label: item.text,
  tail: [],
  labelEnd: item.line.text.trimEnd().length,
  indent: 0,
})
