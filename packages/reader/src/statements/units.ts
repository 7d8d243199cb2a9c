import type { Unit } from '@finsam/domain'
import type { RawRow, RawTable } from '../tables/raw-table.ts'
import type { TextDocument } from '../text/text-document.ts'

export interface FoundUnit {
  readonly unit: Unit
  /** Where it was found, when the table itself does not print it. */
  readonly from?: string
}

const thousands = /\b(?:tkr|kkr|ksek|tusental\w*|tusen\s+kronor|1\s?000-tal)\b|\(000\)/i
const millions = /\b(?:mnkr|mkr|msek|milj(?:oner)?\.?\s+kronor|miljoner\s+kr)\b/i
const kronor = /\b(?:kr|kronor|sek)\b|(?:^|\d):[-–—]/i

/** The money unit that a text names; undefined where it names none. */
export const unitOfText = (text: string): Unit | undefined =>
  millions.test(text) ? 'mnkr' : thousands.test(text) ? 'tkr' : kronor.test(text) ? 'kr' : undefined

/** The money unit that a table prints: on its amounts, in its header, in its labels, in the lines right above. */
export function printedUnit(table: RawTable): FoundUnit | undefined {
  const cells = table.rows.flatMap(row => row.draft.tail.filter(token => token.kind === 'unit').map(token => unitOfText(token.text)))
  const onCells = cells.filter(unit => unit !== undefined)
  if (onCells.length * 3 >= table.rows.length && onCells[0]) return { unit: onCells[0] }
  const first = table.rows[0]?.draft.line ?? 0
  const headFrom = Math.min(table.headers[0]?.line.number ?? first, first)
  const ofTitle = unitOfTitle(table)
  const headers = table.headers.map(header => header.line.text)
  const from = Math.max(headFrom - 3, ofTitle?.line ?? 0)
  const above = table.around.filter(line => line.number < first && line.number >= from && line.text.length < 120)
  const texts = [...headers, ...above.map(line => line.text)]
  const captions = texts.filter(
    text => /belopp|\(|alla tal|anges|redovisas|tkr|mnkr|ksek/i.test(text) && !/\d\s*(?:kr|tkr|mnkr)/i.test(text),
  )
  const told = captions.map(unitOfText).filter(unit => unit !== undefined)
  if (told.length > 0) return { unit: told.find(unit => unit !== 'kr') ?? 'kr' }
  const labelled = table.rows.flatMap(row => unitOfLabel(row) ?? [])
  const most = mostOften(labelled)
  if (most && labelled.length * 3 >= table.rows.length) return { unit: most }
  const last = table.rows.at(-1)?.draft.line ?? 0
  const below = table.around
    .filter(
      line => line.number > last && line.number <= last + 3 && /belopp|anges i|redovisas i/i.test(line.text) && !titled.test(line.text),
    )
    .map(line => unitOfText(line.text))
  if (below[0]) return { unit: below[0] }
  return ofTitle && { unit: ofTitle.unit }
}

/** The unit that a table's own title names, in brackets or behind a comma; what stands above such a title speaks of other tables. */
function unitOfTitle({ titles: [title] }: RawTable): { readonly unit: Unit; readonly line: number } | undefined {
  const unit = title && unitOfText(/\(([^)]*)\)|,\s*(tkr|mnkr|kr)\s*$/i.exec(title.text)?.[0] ?? '')
  return title && unit ? { unit, line: title.number } : undefined
}

/** The title of the next table speaks of that table. */
const titled = /^\W*(?:tabell|not|bilaga|diagram)\s+\d/i

const mostOften = (units: readonly Unit[]): Unit | undefined =>
  [...units].sort((a, b) => units.filter(unit => unit === b).length - units.filter(unit => unit === a).length)[0]

/** The money unit that a row's own label names: `Intäkter (tkr)`, `Kostnad per deltagare, kr`. */
export function unitOfLabel(row: RawRow): Unit | undefined {
  const inside = unitOfText(/\(([^)]*)\)/.exec(row.label)?.[1] ?? '') ?? unitOfText(/,\s*(\p{L}+)\s*$/u.exec(row.label)?.[1] ?? '')
  if (inside) return inside
  const [first] = row.draft.tail
  return first?.kind === 'unit' && /[,(:]$/.test(row.label) ? unitOfText(first.text) : undefined
}

/** An amount with its unit in a sentence. */
export interface ProseAmount {
  readonly kronor: number
  /** How precisely it is printed, in kronor: `10,2 mnkr` → 100 000. */
  readonly stepKronor: number
  readonly unit: Unit
  readonly line: number
  readonly text: string
}

const proseAmount = /(\d{1,3}(?:[ \u00A0]\d{3})+|\d+(?:,\d+)?)\s*(tkr|kkr|mnkr|mkr|miljoner|miljon|milj|mdkr|kronor|kr)\b/gi

/** Amounts with a unit in the prose of a document. */
export function proseAmounts(document: TextDocument, tableLines: ReadonlySet<number>): readonly ProseAmount[] {
  const found: ProseAmount[] = []
  for (const line of document.lines) {
    if (tableLines.has(line.number) || line.text.length > 4_000 || found.length > 400) continue
    for (const match of line.text.matchAll(proseAmount)) {
      const amount = Number((match[1] ?? '').replace(/[ \u00A0]/g, '').replace(',', '.'))
      const word = (match[2] ?? '').toLowerCase()
      const unit: Unit = /^m/.test(word) ? 'mnkr' : /^(?:tkr|kkr)/.test(word) ? 'tkr' : 'kr'
      const factor = unit === 'mnkr' ? 1e6 : unit === 'tkr' ? 1e3 : 1
      const stepKronor = factor * 10 ** -(/,(\d+)/.exec(match[1] ?? '')?.[1]?.length ?? 0)
      found.push({ kronor: amount * factor, stepKronor, unit, line: line.number, text: match[0] })
    }
  }
  return found
}
