import { type HeaderAtom, headerAtoms, isHeaderLine } from '../tables/header-atoms.ts'
import type { HeaderLine } from '../tables/table-block.ts'
import type { DraftStatement } from './draft-statement.ts'

/** The caption over the labels, the nearest heading, or the first row's heading. */
export function titleOf(draft: DraftStatement): string {
  const first = draft.table.headers[0]?.line.number ?? draft.table.rows[0]?.draft.line ?? 0
  const headings = draft.table.titles.filter(
    line =>
      /\p{L}{4}/u.test(line.text) &&
      line.number <= first &&
      !headsColumns(line.text) &&
      !/^\s*\p{Ll}|[.,;]\s*$/u.test(line.text) &&
      line.text.length <= 110,
  )
  const near = headings.find(line => first - line.number <= 8)
  const atoms = draft.table.headers[0]?.atoms ?? []
  const lead = atoms.slice(
    0,
    Math.max(
      0,
      atoms.findIndex(atom => atom.when !== undefined || atom.scenario !== undefined),
    ),
  )
  const named = lead.filter(atom => atom.kind !== 'note' && atom.kind !== 'unit')
  const caption = named.every(atom => atom.kind === 'word' || atom.kind === 'measure') ? named.map(atom => atom.text).join(' ') : ''
  const ofLabels = new Set(named.map(atom => atom.cell)).size <= 1
  const worded = draft.table.headers.find(
    header =>
      header.atoms.length > 0 &&
      header.atoms.every(atom => atom.when === undefined && atom.scenario === undefined) &&
      header.atoms.some(atom => atom.kind === 'word'),
  )
  const measured = draft.table.headers.slice(0, -1).find(({ line, atoms: [first, ...others] }) => namesMeasure(first, others, line.text))
  const headed = draft.table.headers.slice(0, -1).find(isCaption)
  const titled =
    (
      (worded && !/^belopp/i.test(worded.line.text.trim()) ? { text: worded.line.text.replace(/\([^)]*\)/g, '') } : undefined) ??
      (headed ? { text: headed.line.text } : undefined) ??
      (measured ? { text: measured.line.text.replace(/\([^)]*\)/g, '') } : undefined) ??
      (near && first - near.number <= 3 ? near : undefined) ??
      (caption.length >= 5 && (ofLabels || near === undefined)
        ? { text: /\s(?:av|för|i|till)$/i.test(caption) ? (draft.table.headers[0]?.line.text ?? caption) : caption }
        : undefined) ??
      near ??
      headings[0]
    )?.text ??
    draft.table.rows[0]?.section ??
    ''
  const clean = titled
    .replace(/<[^>]{0,100}>|[#*_|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
  return clean === '' ? 'Tabell' : clean
}

/** Whether a line names three columns or more: it heads them, and no statement. */
const headsColumns = (text: string): boolean => {
  const atoms = headerAtoms(text)
  return isHeaderLine(atoms) && atoms.filter(atom => atom.when !== undefined).length >= 3
}

/** A line above a header that names one measure, and at most its unit: `Kostnader (tkr)`. */
const namesMeasure = (first: HeaderAtom | undefined, others: readonly HeaderAtom[], text: string): boolean =>
  first?.kind === 'measure' && /^\W*\p{Lu}\p{L}{4}/u.test(text) && others.every(atom => atom.kind === 'unit')

/** A header line that reads like a heading: words that end in at most one scenario or year, in one cell. */
const isCaption = ({ line, atoms }: HeaderLine): boolean =>
  line.text.length <= 70 &&
  atoms[0]?.kind === 'word' &&
  /^\W*\p{Lu}/u.test(line.text) &&
  atoms.filter(atom => atom.kind === 'year' || atom.kind === 'day' || atom.kind === 'scenario').length <= 2 &&
  new Set(atoms.map(atom => atom.cell)).size === 1 &&
  atoms.slice(0, -2).every(atom => atom.kind === 'word' || atom.kind === 'scenario')
