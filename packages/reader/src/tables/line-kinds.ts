import { isRunningHead } from '../document/running-head.ts'
import type { TextLine } from '../text/text-document.ts'
import { isContactLine } from './contact-lines.ts'
import { type HeaderAtom, headerAtoms, isHeaderFragment, isHeaderLine } from './header-atoms.ts'
import { isYear } from './label-numbers.ts'
import { lineCells, withoutMarkup } from './line-cells.ts'
import { isMeetingLine } from './meeting-lines.ts'
import { draftRows, type RowDraft } from './row-draft.ts'
import { hasDigits } from './tokens.ts'

/** What a line is for finding tables. `fragment`: a piece of a header, where it stands beside one. */
export type LineKind = 'blank' | 'row' | 'header' | 'fragment' | 'text' | 'title' | 'prose' | 'noise'

export interface KindedLine {
  readonly line: TextLine
  readonly kind: LineKind
  readonly text: string
  readonly rows: readonly RowDraft[]
  readonly atoms: readonly HeaderAtom[]
}

const totalWord = /^(?:(?:del)?summa|totalt?|årets resultat|resultat|utgående|ingående)\b/i
const longestLine = 40_000
const noise =
  /^[\s.,:;'‘’-]*(?:sid(?:a|an|nr)?\.?\s*\d+.*|page\s*\d+.*|\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|av\s+\d{1,3})?|\d{1,3}\s*\/\s*\d{1,3}|[-–—_=|\s:+]+|(?:signering|signatur|justeras?|justerare|signerat|docusign|transaktion|penneo|utdragsbestyrkande)\b.*|ordf\.?)$/i
/** The number of a case, alone on a line of a letterhead: `Dnr 2025:17`. */
const registry = /^(?:dnr|diarienr|diarienummer)\b[\s:.]*\S{3,20}$/i
/** The years of a header cell that stands over two lines, or of a heading: `2025-2028`. */
const yearsAlone = /^\(?(?:19|20)\d\d\s?[-–—]\s?(?:(?:19|20)\d\d|\d\d)\)?$/
const title = /^(?:(?:not|tabell|bilaga|avsnitt|kapitel)\s+\d+[a-z]?\b|\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+\p{L}|§\s*\d)/iu
const contents = /\.{3,}|(?:\s\.){3,}/

/** Sorts a line by how it looks. */
export function kindOfLine(line: TextLine): KindedLine {
  if (line.text.length > longestLine) return { line, kind: 'prose', text: line.text, rows: [], atoms: [] }
  const text = withoutMarkup(line.text).trim()
  const bare = (kind: LineKind, atoms: readonly HeaderAtom[] = []): KindedLine => ({ line, kind, text, rows: [], atoms })
  if (text === '') return bare('blank')
  if (noise.test(text) || registry.test(text) || yearsAlone.test(text) || contents.test(text) || isRunningHead(text) || isContactLine(text))
    return bare('noise')
  if (isMeetingLine(text) && !namesScenarios(text)) return bare('prose')
  if (decision.test(text) && /§|\b20\d\d-\d\d-\d\d\b/.test(text)) return bare('prose')
  const atoms = text.length <= 400 ? headerAtoms(line.text) : []
  const titled = title.test(text) && text.length <= 90 && !text.endsWith(',')
  const marked = /^\s{0,3}#{1,6}\s/.test(line.text)
  if (!marked && isHeaderLine(atoms) && (namesColumns(atoms) || !(totalWord.test(text.replace(/^[|\s]+/, '')) && /\d[|\s]*$/.test(text))))
    return bare('header', atoms)
  const rows = marked
    ? []
    : draftRows(line).filter(row => !titled || row.tail.some(token => hasDigits(token) && token.kind !== 'date' && !isYear(token.text)))
  if (rows.length > 0 && !isSentence(text, rows) && rows.every(row => !looksLikeProse(row))) return { line, kind: 'row', text, rows, atoms }
  if (rows.length === 0 && !titled && !marked && atoms.length > 1 && isMarkedCaption(line.text)) return bare('header', atoms)
  if (marked || titled) return bare('title', atoms)
  if (isHeaderFragment(atoms)) return bare('fragment', atoms)
  return isLong(text) && !isGapped(text) ? bare('prose') : bare('text', atoms)
}

/** Whether the days of a line are those of scenarios: `Budget 1/1-30/6 Utfall 1/1-30/6`. */
const namesScenarios = (text: string): boolean => headerAtoms(text).filter(({ kind }) => kind === 'scenario').length >= 2

/** Whether a line names two columns or more by scenario and year, whatever it begins with: `Resultat (tkr) Budget 2026 Plan 2027`. */
export const namesColumns = (atoms: readonly HeaderAtom[]): boolean =>
  atoms.filter((atom, at) => atom.kind === 'scenario' && (atom.when !== undefined || atoms[at + 1]?.kind === 'year')).length >= 2

/** A line of marked cells with words in at least two of them and amounts in none: a header whatever its words. */
function isMarkedCaption(text: string): boolean {
  const { parting, cells } = lineCells(text)
  return (
    parting === 'marks' &&
    cells.length >= 3 &&
    cells.slice(1).filter(cell => /\p{L}/u.test(cell.text)).length >= 2 &&
    cells.every(cell => cell.text.length <= 60)
  )
}

/** Words in three places or more, parted by wide gaps, stand over columns. */
const isGapped = (text: string): boolean => text.length <= 200 && text.split(/\s{2,}/).length >= 3

const isLong = (text: string): boolean =>
  text.replace(/\s{2,}/g, ' ').length > 78 ||
  text.split(/\s+/).length > 11 ||
  /[.!?]\s+\p{Lu}/u.test(text) ||
  (/\p{Ll}[.!?]$/u.test(text) && text.split(/\s+/).length >= 7)

const decision = /^(?:beslutad|beslutat|beslut|fastst[aä]lld|antagen|antaget|godk[aä]nd|undertecknad|justerad|dnr|diarienr)\b/i

/** Several labels with amounts that a full stop ends are the parts of a sentence, not rows that share a line. */
const isSentence = (text: string, rows: readonly RowDraft[]): boolean =>
  rows.length > 1 &&
  /\p{L}{2}.*(?:[\d)%]|\bkr|\bkronor)[.!?]$/u.test(text) &&
  rows.some(row => row.label.split(/\s+/).length >= 4 || /^(?:(?:t|mn|m)?kr\b|[,;]|och\s|samt\s|varav\s)/iu.test(row.label))

/** A label that ends with a verb is the beginning of a sentence. */
const verbLast = /\s(?:är|ar|var|blev|blir|uppgår|uppgar|uppgick|utgör|utgor|utgjorde|kostar|kostade|beräknas|beraknas|får|fick)$/iu

const verbInside = /\s(?:är|har|ska|skall|kan|får|finns|blir|kommer|bör)\s/u

const listNumber = /^\d{1,2}[.)]\s+/

/** A row's label is a name, not a sentence. */
function looksLikeProse(row: RowDraft): boolean {
  if (row.parting === 'marks') return row.label.length > 160
  const words = row.label.split(/\s+/).length
  const amounts = row.tail.filter(hasDigits).length
  if (/[.!?]\s+\p{Lu}\p{L}+\s|^att\s/u.test(row.label.replace(listNumber, '')) || decision.test(row.label)) return true
  if (/§\s*\d/.test(row.text) && row.tail.filter(token => token.kind === 'number').length < 2) return true
  if (
    /(?<![\p{L}\d])(?:och|att|som|till|med|den|för|for|på|pa|från|fran|under|ca|cirka|om|är|ar|av|i|minst|högst|mellan|senast|sedan|innan|efter|de|del|lag|lagen|sfs|hösten|våren|hosten|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)$/iu.test(
      row.label,
    ) &&
    amounts <= 2
  )
    return true
  if (words >= 6 && verbInside.test(row.label)) return true
  if (words >= 5 && verbLast.test(row.label)) return true
  return words > 12 || (words > 8 && amounts < 2) || /[\w.+-]+@|www\.|https?:/.test(row.text)
}
