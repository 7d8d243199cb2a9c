import type { Column, Line, Scenario, Statement } from '@finsam/domain'
import { calendarYear } from '@finsam/domain'
import { fold } from '../../tables/fold.ts'
import type { KindedLine } from '../../tables/line-kinds.ts'
import type { TextDocument } from '../../text/text-document.ts'
import type { DocumentTraits } from '../document-traits.ts'
import type { NumericToken } from '../read-statements.ts'
import { idMaker } from '../slug.ts'
import { headingAbove } from './heading-above.ts'
import { type LabelledAmount, labelledAmounts } from './labelled-line.ts'

/** A labelled amount with the name of what it is about. */
interface Named {
  readonly amount: LabelledAmount
  readonly label: string
}

/** Amounts that stand with their label on lines of their own, as statements. */
export interface LabelledReading {
  readonly statements: Statement[]
  readonly accounted: NumericToken[]
}

/**
 * Reads amounts that are told one a line under the heading of what they are about (`Budgeterad volym: 55 deltagare`, `Budget: 850 000 kr`):
 * one statement for each label that several headings share. A line is named by its heading.
 */
export function readLabelled(document: TextDocument, lines: readonly KindedLine[], traits: DocumentTraits): LabelledReading {
  const alone = lines.filter((_, at) => standsAlone(lines, at))
  const found = alone.flatMap(({ line }) => labelledAmounts(line).map(amount => nameOf(document, amount)))
  const groups = [...Map.groupBy(found, keyOf).values()].filter(isShared)
  const nextId = idMaker()
  return {
    statements: groups.map(group => statementOf(group, traits, nextId(group[0]?.amount.caption ?? 'belopp'))),
    accounted: groups.flat().map(({ amount }) => ({
      line: amount.line.number,
      start: amount.start,
      end: amount.start + amount.printed.length,
    })),
  }
}

/** Whether no row of a table stands right above or below: in a table, the table says what an amount is. */
function standsAlone(lines: readonly KindedLine[], at: number): boolean {
  const own = lines[at]
  if (!own || own.line.text.length > 160) return false
  return [lines[at - 1], lines[at + 1]].every(beside => beside?.kind !== 'row' || labelledAmounts(beside.line).length > 0)
}

const nameOf = (document: TextDocument, amount: LabelledAmount): Named => ({
  amount,
  label: amount.name ?? headingAbove(document, amount.line.number) ?? amount.caption,
})

const keyOf = ({ amount }: Named): string => `${amount.kind} ${fold(amount.caption)}`

/** A label that several headings share names a column; one that stands once is told in prose. */
const isShared = (group: readonly Named[]): boolean => new Set(group.map(({ label }) => fold(label))).size >= 2

/** A volume that a plan tells is meant, one that a report tells is what was, unless it says that it was meant. */
function scenarioOf({ kind, scenario, caption, year }: LabelledAmount, traits: DocumentTraits): Scenario {
  if (scenario) return scenario
  const ended = year !== undefined && traits.fiscalYear !== undefined && year <= traits.fiscalYear - (traits.kind === 'plan' ? 2 : 0)
  const past = ended || (traits.kind === 'report' && year === undefined)
  if (kind === 'volume') return past && !/mål|budget|planer|beräkn/i.test(caption) ? 'actual' : 'plan'
  return past ? 'actual' : 'budget'
}

function columnOf(amount: LabelledAmount, traits: DocumentTraits): Column {
  const scenario = scenarioOf(amount, traits)
  const year = amount.year ?? traits.fiscalYear
  const interim = amount.year === undefined && scenario === 'actual' ? traits.span : undefined
  return {
    id: year === undefined ? scenario : `${scenario}-${year}`,
    label: amount.year === undefined ? amount.caption : `${amount.caption} ${amount.year}`,
    scenario,
    period: interim ?? (year === undefined ? null : calendarYear(year)),
    ...(amount.year === undefined ? { inferredFrom: 'the year of the document' } : {}),
  }
}

function statementOf(group: readonly Named[], traits: DocumentTraits, id: string): Statement {
  const ids = idMaker()
  const columns = new Map(group.map(({ amount }) => columnOf(amount, traits)).map(column => [column.id, column]))
  const [first] = group
  return {
    id,
    title: first?.amount.caption ?? '',
    kind: first?.amount.kind === 'money' ? 'other' : 'volume-targets',
    unit: first?.amount.unit ?? 'count',
    costSign: 'positive',
    headerLines: [],
    columns: [...columns.values()],
    lines: [...Map.groupBy(group, ({ amount }) => amount.line.number).values()].flatMap(members => lineOf(members, traits, ids)),
  }
}

/** The amounts of one printed line. */
function lineOf(members: readonly Named[], traits: DocumentTraits, ids: (text: string) => string): readonly Line[] {
  const [first] = members
  if (!first) return []
  const { line, unit, kind } = first.amount
  return [
    {
      id: ids(first.label),
      label: first.label,
      printedLabel: first.label,
      sourceLine: line.number,
      ...(line.page === undefined ? {} : { page: line.page }),
      text: line.text.trim(),
      nature: kind === 'money' ? 'cost' : 'count',
      role: 'item',
      unit,
      values: Object.fromEntries(
        members.map(({ amount }) => [
          columnOf(amount, traits).id,
          { amount: amount.amount, status: 'printed', printed: amount.printed, step: amount.step },
        ]),
      ),
    },
  ]
}
