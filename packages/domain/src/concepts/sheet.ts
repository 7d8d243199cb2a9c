import type { Member } from '../model/association.ts'
import type { Line, Mapping, Nature, Statement } from '../model/reading.ts'
import { isMoney } from '../model/unit.ts'
import { fold } from '../text/fold.ts'
import type { ConceptId } from './concept.ts'
import type { ConceptMatch } from './match-name.ts'

/** What a line stands for. `note` is the code of what its own definition does differently. */
export interface LineMeaning {
  readonly concept?: ConceptId
  readonly mapping: Mapping
  readonly note?: string
  readonly member?: string
  /** Nothing told what the line is, so it was taken for what is left. */
  readonly assumed?: boolean
}

/** Working state of one statement: what each line is known to stand for so far. */
export interface Sheet {
  readonly statement: Statement
  readonly members: readonly Member[]
  readonly match: (label: string, nature: Nature) => ConceptMatch | undefined
  readonly meanings: Map<string, LineMeaning>
}

/** Whether a line says that it is a total. */
export const isTotalLabel = (line: Line): boolean => line.role === 'total' || /^(summa|delsumma|totalt?|tot)\b/.test(fold(line.label))

/** What a line counts is no money, whatever the table around it. */
export const natureOf = (sheet: Sheet, line: Line): Nature => (isMoney(line.unit ?? sheet.statement.unit) ? line.nature : 'count')

/** The item lines below a total, through its subtotals. */
export function itemsBelow(statement: Statement, total: Line): readonly Line[] {
  const byId = new Map(statement.lines.map(line => [line.id, line]))
  const walk = (line: Line, depth: number): readonly Line[] =>
    line.sumOf && depth < 9
      ? line.sumOf.flatMap(({ line: id }) => {
          const child = byId.get(id)
          return child ? walk(child, depth + 1) : []
        })
      : [line]
  if (total.sumOf) return walk(total, 0)
  return itemsAbove(statement, total)
}

/** Whether another total of costs adds a line: then it is a part of the costs, whatever it holds. */
export const isSubtotal = ({ lines }: Statement, { id }: Line): boolean =>
  lines.some(other => other.nature === 'cost' && other.sumOf?.some(part => part.line === id && part.weight > 0))

/** Without stated addends: a total right below another one adds all items of its nature above it, any other those since the last total. */
function itemsAbove(statement: Statement, total: Line): readonly Line[] {
  const before = statement.lines
    .slice(0, statement.lines.indexOf(total))
    .filter(({ nature, role }) => nature === total.nature && role !== 'of-which')
  const since = before.slice(before.findLastIndex(({ role }) => role === 'total') + 1)
  return since.length > 0 ? since : before.filter(({ role }) => role === 'item')
}

/** Totals whose name leaves open what they add. */
export const generic: ReadonlySet<ConceptId | undefined> = new Set<ConceptId | undefined>(['total-income', 'total-costs', undefined])
/** Income that is not of the year. */
export const ownFunds: ReadonlySet<ConceptId | undefined> = new Set<ConceptId | undefined>([
  'brought-forward',
  'transferred-in',
  'opening-equity',
])

/** The kind of cost that a table is all about by its title, as a note is: `Not 4 Övriga externa kostnader`. */
export function titleConcept({ statement, match }: Sheet): ConceptId | undefined {
  const title = statement.title.replace(/^not(er)?\s*\d+\s*[:.–-]?\s*/i, '').replace(/\b(tkr|kkr|kr)\b/gi, '')
  const id = match(title, 'cost')?.id
  return id === 'total-costs' ? undefined : id
}
