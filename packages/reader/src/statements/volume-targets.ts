import type { Line, Statement, Unit } from '@finsam/domain'
import { calendarYear } from '@finsam/domain'
import { fold } from '../tables/fold.ts'
import type { TextDocument, TextLine } from '../text/text-document.ts'
import type { DocumentTraits } from './document-traits.ts'
import type { NumericToken } from './read-statements.ts'
import { idMaker } from './slug.ts'

const units: readonly (readonly [RegExp, Unit])[] = [
  [/^deltagar/i, 'participants'],
  [/^m[öo]ten?$/i, 'meetings'],
  [/^kontakt/i, 'contacts'],
  [/^person|^individ/i, 'persons'],
]
const volume =
  /^\W*([\p{L}][\p{L} -]{2,38}?)\s*:\s*(?:ca\.?\s+|minst\s+)?(\d{1,3}(?:[ \u00A0]\d{3})*|\d+)\s*(?:st\.?\s+)?(\p{L}{3,20})?\.?\s*$/u
const caption = /volym|antal|deltagare|platser|mål/i

interface Volume {
  readonly line: TextLine
  readonly caption: string
  readonly amount: number
  readonly printed: string
  readonly unit: Unit
  readonly start: number
}

/** Labelled volumes, one a line (`Budgeterad volym: 55 deltagare`), as one statement; the heading above each names its line. */
export function readVolumes(
  document: TextDocument,
  traits: DocumentTraits,
): { readonly statements: Statement[]; readonly accounted: NumericToken[] } {
  const found = document.lines.flatMap(volumeOf)
  const byCaption = new Map<string, Volume[]>()
  for (const one of found) byCaption.set(fold(one.caption), [...(byCaption.get(fold(one.caption)) ?? []), one])
  const groups = [...byCaption.values()].filter(group => group.length >= 3)
  const nextId = idMaker()
  const statements = groups.map(group => statementOf(document, traits, group, nextId(group[0]?.caption ?? 'volym')))
  return {
    statements,
    accounted: groups.flat().map(one => ({ line: one.line.number, start: one.start, end: one.start + one.printed.length })),
  }
}

function volumeOf(line: TextLine): readonly Volume[] {
  if (line.text.length > 120 || !caption.test(line.text)) return []
  const match = volume.exec(line.text)
  const [, name, printed, word] = match ?? []
  if (!name || !printed || !caption.test(`${name} ${word ?? ''}`)) return []
  const unit = units.find(([pattern]) => pattern.test(word ?? '') || pattern.test(name.split(' ').at(-1) ?? ''))?.[1] ?? 'count'
  return [{ line, caption: name, amount: Number(printed.replace(/\D/g, '')), printed, unit, start: line.text.lastIndexOf(printed) }]
}

function statementOf(document: TextDocument, traits: DocumentTraits, group: readonly Volume[], id: string): Statement {
  const ids = idMaker()
  const column = traits.fiscalYear === undefined ? 'plan' : `plan-${traits.fiscalYear}`
  const captionText = group[0]?.caption ?? ''
  return {
    id,
    title: captionText,
    kind: 'volume-targets',
    unit: group[0]?.unit ?? 'count',
    costSign: 'positive',
    headerLines: [],
    columns: [
      {
        id: column,
        label: captionText,
        scenario: 'plan',
        period: traits.fiscalYear === undefined ? null : calendarYear(traits.fiscalYear),
        inferredFrom: 'the year of the document',
      },
    ],
    lines: group.map((one): Line => {
      const label = headingAbove(document, one.line.number) ?? one.caption
      return {
        id: ids(label),
        label,
        printedLabel: label,
        sourceLine: one.line.number,
        ...(one.line.page === undefined ? {} : { page: one.line.page }),
        text: one.line.text.trim(),
        nature: 'count',
        role: 'item',
        unit: one.unit,
        values: { [column]: { amount: one.amount, status: 'printed', printed: one.printed, step: 1 } },
      }
    }),
  }
}

/** The nearest short line above that reads like a heading and stands alone. */
function headingAbove(document: TextDocument, line: number): string | undefined {
  for (let at = line - 2; at >= 0 && line - at < 40; at -= 1) {
    const text = (document.lines[at]?.text ?? '').replace(/^[#*\s]+|[*\s:]+$/g, '')
    const blankAbove = (document.lines[at - 1]?.text ?? '').trim() === ''
    const isProse = /[.!?]$|[.!?]\s+\p{Lu}/u.test(text)
    if (text.length > 2 && text.length <= 70 && /^\p{Lu}/u.test(text) && !isProse && blankAbove && !volume.test(text)) return text
  }
  return undefined
}
