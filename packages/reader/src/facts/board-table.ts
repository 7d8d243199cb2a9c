import type { Fact } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import type { TextDocument } from '../text/text-document.ts'
import { personName } from './names.ts'

/** What a column of a table of people holds. */
type Column = 'member' | 'deputy' | 'appointed by' | 'attendance'

const columns: readonly (readonly [RegExp, Column])[] = [
  [/^(?:ersattare|suppleant)/, 'deputy'],
  [/^(?:utsedd av|vald av|representerar|organisation|huvudman|part|medlem$)/, 'appointed by'],
  [/^(?:narvaro|antal moten|moten)/, 'attendance'],
  [/^(?:namn|ledamot|ledamoter|ordinarie|ordinarie ledamot)/, 'member'],
]
const columnOf = (cell: string): Column | undefined => columns.find(([pattern]) => pattern.test(plain(cell)))?.[1]

/** The cells of a line whose columns are set apart by bars, tabs or wide spaces. */
export const cellsOf = (text: string): readonly string[] => {
  const bare = text.trim()
  const cells = /\|/.test(bare) ? bare.replace(/^\||\|$/g, '').split('|') : bare.split(/\t+|\s{2,}/)
  return cells.map(cell => cell.replace(/\*\*/g, '').trim())
}

const person = new RegExp(`^(?<name>${personName})(?:,?\\s*\\(?(?<office>[^)]*)\\)?)?$`, 'u')

interface Person {
  readonly name: string
  /** `Ordförande`, `Vice ordförande`, or what the column calls everybody. */
  readonly office: string
}

/** `Hanna Skoglund (vice ordförande)`, `Kent Sjölander, v. ordf.` */
function personIn(cell: string, office: string): Person | undefined {
  const { name, office: said = '' } = person.exec(cell)?.groups ?? {}
  if (name === undefined) return undefined
  const title = plain(said)
  if (!/\bordf/.test(title)) return { name, office }
  return { name, office: /^(?:v\b|v\.|vice|2:e|andre)/.test(title) ? 'Vice ordförande' : 'Ordförande' }
}

interface Row {
  readonly line: number
  readonly text: string
  readonly cells: ReadonlyMap<Column, string>
}

type Told = Pick<Fact, 'kind' | 'subject' | 'attribute' | 'value'> & { readonly unit?: string }

const organisation = (subject: string, attribute: string, value: Fact['value']): Told => ({
  kind: 'organisation',
  subject,
  attribute,
  value,
})

/** What a row tells: who sits on the board and how, for whom, with which deputy, and how often. */
function toldBy({ cells }: Row): readonly Told[] {
  const member = personIn(cells.get('member') ?? '', 'Ledamot')
  if (!member) return []
  const deputy = personIn(cells.get('deputy') ?? '', 'Ersättare')
  const by = cells.get('appointed by')
  const attendance = /^\d{1,2}$/.exec(cells.get('attendance') ?? '')?.[0]
  return [
    organisation(member.office, 'namn', member.name),
    ...(by ? [organisation(member.name, 'utsedd av', by)] : []),
    ...(deputy ? [organisation(`Ersättare för ${member.name}`, 'namn', deputy.name)] : []),
    ...(attendance ? [{ ...organisation(member.name, 'närvaro', Number(attendance)), unit: 'meetings' }] : []),
  ]
}

/** The rows under a header of people, each cell under its column; a row of other cells ends the table. */
function rowsUnder(document: TextDocument, at: number, header: readonly (Column | undefined)[]): readonly Row[] {
  const rows: Row[] = []
  for (const line of document.lines.slice(at + 1)) {
    const cells = cellsOf(line.text)
    if (/^[\s|:-]*$/.test(line.text)) {
      if (rows.length > 0 && !/\|/.test(line.text)) break
      continue
    }
    if (cells.length !== header.length) break
    const named = header.flatMap((column, index) => (column ? [[column, cells[index] ?? ''] as const] : []))
    rows.push({ line: line.number, text: line.text, cells: new Map(named) })
  }
  return rows
}

const mostLines = 20_000

/**
 * Who sits on the board, where a table tells it: a header that names a column of people and another column, and rows of names below it.
 */
export function readBoardTables(document: TextDocument): readonly Omit<Fact, 'id'>[] {
  return document.lines.slice(0, mostLines).flatMap((line, at) => {
    const header = line.text.length > 400 ? [] : cellsOf(line.text).map(columnOf)
    if (!header.includes('member') || header.filter(column => column !== undefined).length < 2) return []
    return rowsUnder(document, at, header).flatMap(row =>
      toldBy(row).map(told => ({
        ...told,
        printed: row.text.trim().slice(0, 240),
        context: row.text.trim().slice(0, 600),
        source: { document: document.id, hash: document.hash, line: row.line, text: row.text.slice(0, 2_000) },
      })),
    )
  })
}
