import type { Language } from '@finsam/domain'
import type { DraftReport, TriedSum } from '../contract/draft.ts'
import type { ExportSheet } from './answer-sheets.ts'

const headings = {
  sv: {
    about: 'Dokument',
    title: ['Titel', 'Förbund', 'År', 'Jämfört med', 'Rader med personnummer'],
    rules: 'Regler',
    rule: ['Regel', 'Stämmer', 'Beräkning', 'Källa'],
    sums: 'Summor',
    sum: ['Tabell', 'Rad', 'Kolumn', 'Stämmer', 'Beräkning', 'Rad i texten'],
    findings: 'Anmärkningar',
    finding: ['Grad', 'Anmärkning', 'Beräkning', 'Rad i texten'],
    changes: 'Ändrat',
    change: ['Rad', 'Kolumn', 'Tidigare', 'I utkastet', 'Enhet'],
    holds: { yes: 'ja', no: 'nej', undecided: 'går inte att avgöra', information: 'för kännedom', corrected: 'ja, med rättade siffror' },
    verdicts: { likely: 'ja', possible: 'ja, med all avrundning åt samma håll', ambiguous: 'kan läsas på flera sätt', beyond: 'nej' },
    severity: { error: 'fel', warning: 'varning', info: 'upplysning' },
  },
  en: {
    about: 'Document',
    title: ['Title', 'Association', 'Year', 'Compared with', 'Lines with personal numbers'],
    rules: 'Rules',
    rule: ['Rule', 'Holds', 'Calculation', 'Source'],
    sums: 'Sums',
    sum: ['Table', 'Row', 'Column', 'Ties', 'Calculation', 'Line of the text'],
    findings: 'Findings',
    finding: ['Severity', 'Finding', 'Calculation', 'Line of the text'],
    changes: 'Changed',
    change: ['Row', 'Column', 'Before', 'In the draft', 'Unit'],
    holds: {
      yes: 'yes',
      no: 'no',
      undecided: 'cannot be decided',
      information: 'for information',
      corrected: 'yes, with corrected figures',
    },
    verdicts: { likely: 'yes', possible: 'yes, with all rounding one way', ambiguous: 'can be read in several ways', beyond: 'no' },
    severity: { error: 'error', warning: 'warning', info: 'note' },
  },
} as const

const sumRow = ({ statement, line, column, verdict, arithmetic, at }: TriedSum, language: Language) => [
  statement,
  line,
  column,
  headings[language].verdicts[verdict],
  arithmetic[language],
  at.line,
]

/** The report of a draft as sheets: what it was taken for, rules, sums, findings, and what changed since the earlier version. */
export function reportSheets({ page, rules, sums, earlier, personalNumbers }: DraftReport, language: Language): readonly ExportSheet[] {
  const words = headings[language]
  const { summary, findings } = page
  const about = [summary.title, summary.associationName, summary.fiscalYear, earlier?.title, personalNumbers.join(', ')]
  return [
    { name: words.about, columns: words.title, rows: [about] },
    {
      name: words.rules,
      columns: words.rule,
      rows: rules.map(({ label, holds, state, arithmetic, source }) => [
        label[language],
        words.holds[state ?? (holds ? 'yes' : 'no')],
        arithmetic[language].join('; '),
        source?.[language],
      ]),
    },
    { name: words.sums, columns: words.sum, rows: sums.map(sum => sumRow(sum, language)) },
    {
      name: words.findings,
      columns: words.finding,
      rows: findings.map(({ severity, message, arithmetic, at }) => [words.severity[severity], message[language], arithmetic, at.line]),
    },
    {
      name: words.changes,
      columns: words.change,
      rows: (earlier?.changes ?? []).map(({ line, column, before, after, unit }) => [
        line,
        column,
        before ?? undefined,
        after ?? undefined,
        unit,
      ]),
    },
  ]
}
