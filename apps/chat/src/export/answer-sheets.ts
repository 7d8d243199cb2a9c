import type { Answer, Citation, Figure } from '@finsam/assistant'
import { type Language, periodWords, scenarioWords } from '@finsam/domain'

/** A cell of an export: a number stays a number. */
export type ExportCell = string | number | undefined
export interface ExportSheet {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ExportCell[])[]
}

const headings = {
  sv: {
    answer: 'Svar',
    question: 'Fråga',
    text: 'Svar',
    notes: 'Att tänka på',
    notice: 'Om svaret',
    noticeText: 'Svaret ges av ett automatiskt system. Siffrorna är beräknade ur dokumenten i bladet Källor.',
    figures: 'Siffror',
    figure: ['Roll', 'Uppgift', 'Värde', 'Enhet', 'Lägst', 'Högst', 'Läsning', 'Scenario', 'Period', 'Beräkning', 'Källor'],
    table: 'Tabell',
    sources: 'Källor',
    source: ['Nr', 'Dokument', 'Sida', 'Rad', 'Tryckt text'],
    roles: { answer: 'svar', reading: 'möjlig läsning', input: 'ingår' },
    kinds: {
      printed: 'tryckt',
      repaired: 'rättad',
      derived: 'härledd',
      ambiguous: 'osäker',
      computed: 'beräknad',
      projected: 'framskriven',
      confirmed: 'bekräftad',
    },
  },
  en: {
    answer: 'Answer',
    question: 'Question',
    text: 'Answer',
    notes: 'Please note',
    notice: 'About the answer',
    noticeText: 'The answer comes from an automated system. Figures are computed from the documents in the sheet Sources.',
    figures: 'Figures',
    figure: ['Role', 'Figure', 'Value', 'Unit', 'Lowest', 'Highest', 'Reading', 'Scenario', 'Period', 'Calculation', 'Sources'],
    table: 'Table',
    sources: 'Sources',
    source: ['No', 'Document', 'Page', 'Line', 'Printed text'],
    roles: { answer: 'answer', reading: 'possible reading', input: 'used' },
    kinds: {
      printed: 'printed',
      repaired: 'repaired',
      derived: 'derived',
      ambiguous: 'uncertain',
      computed: 'computed',
      projected: 'projected',
      confirmed: 'confirmed',
    },
  },
} as const

const placeKey = ({ document, line }: Citation): string => `${document} ${line}`

/** Every place that the answer rests on, once, in the order of the figures; the number before it is how the figures name it. */
function placesOf({ figures, facts, passages }: Answer): ReadonlyMap<string, Citation> {
  const all = [...figures, ...facts].flatMap(({ sources }) => sources)
  return new Map([...all, ...passages].map(source => [placeKey(source), source]))
}

function figureRow(figure: Figure, places: readonly string[], language: Language): readonly ExportCell[] {
  const words = headings[language]
  return [
    words.roles[figure.role],
    figure.label,
    figure.value,
    figure.unit,
    figure.low,
    figure.high,
    words.kinds[figure.kind],
    figure.scenario && scenarioWords(figure.scenario)[language],
    figure.period && periodWords(figure.period)[language],
    figure.calculation?.formula,
    figure.sources.map(source => places.indexOf(placeKey(source)) + 1).join(', '),
  ]
}

/**
 * An answer as sheets: the text, the figures with exact values, the table where there is one, and every source with its printed line.
 * Values are in base units (kr, percent), as in the Answer contract, so that a spreadsheet can go on computing.
 */
export function answerSheets(answer: Answer): readonly ExportSheet[] {
  const words = headings[answer.language]
  const places = placesOf(answer)
  const keys = [...places.keys()]
  const about = [
    [words.question, answer.question],
    [words.text, answer.text],
    ...answer.notes.map(note => [words.notes, note]),
    [words.notice, words.noticeText],
  ]
  return [
    { name: words.answer, columns: [], rows: about },
    { name: words.figures, columns: words.figure, rows: answer.figures.map(figure => figureRow(figure, keys, answer.language)) },
    ...(answer.table ? [{ name: words.table, columns: answer.table.columns, rows: answer.table.rows }] : []),
    {
      name: words.sources,
      columns: words.source,
      rows: [...places.values()].map(({ document, page, line, text }, at) => [at + 1, document, page, line, text.trim()]),
    },
  ]
}
