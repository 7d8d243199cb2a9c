import { takeApart } from '../number/printed-number.ts'
import { reconcileSheet } from '../reconcile/sheet.ts'
import { blockTables } from '../tables/block-tables.ts'
import { distance } from '../tables/fold.ts'
import type { KindedLine } from '../tables/line-kinds.ts'
import type { RawTable } from '../tables/raw-table.ts'
import { draftRows, type RowDraft } from '../tables/row-draft.ts'
import { hasDigits } from '../tables/tokens.ts'
import { gridOf } from './grid-of.ts'
import { meaningsOf } from './row-roles.ts'

/** Lines with parted tables joined, and the lines (1-based) at which amounts stand whose labels could not be told. */
export interface JoinedLines {
  readonly lines: readonly KindedLine[]
  readonly unjoined: readonly number[]
}

interface Run {
  /** Indexes of the lines that hold labels alone, then of those that hold amounts alone. */
  readonly labels: readonly number[]
  readonly amounts: readonly number[]
}

const fewest = 3
const mostRows = 80
const mostAlignments = 400

/**
 * Tables whose labels stand in one block and whose amounts in the next, as texts drawn column by column print them. Labels and amounts
 * are laid side by side where their numbers agree, headings among the labels left out, and only where the sums of the rows confirm it;
 * else the amounts stay as they are. A joined row has the place of its amounts.
 */
export function joinParted(printed: readonly KindedLine[]): JoinedLines {
  const lines = withShortAmounts(printed)
  const joined = printed.map((line): readonly KindedLine[] => [line])
  const unjoined: number[] = []
  let labels: readonly number[] = []
  for (let at = 0; at < lines.length; at += 1) {
    if (!isAmountAlone(lines[at])) continue
    const amounts = amountsFrom(lines, at)
    const above = labelsAbove(lines, at)
    if (above.length >= fewest) labels = above
    at = amounts.at(-1) ?? at
    if (amounts.length < fewest || labels.length < amounts.length || amounts.length > mostRows) continue
    const kept = align(lines, { labels, amounts })
    if (kept) lay(joined, lines, kept, amounts, labels === above)
    else if (labels === above && labels.length <= amounts.length + 4) unjoined.push(lines[amounts[0] ?? 0]?.line.number ?? 1)
  }
  return { lines: joined.flat(), unjoined }
}

const isShortNumber = (kinded: KindedLine | undefined): boolean =>
  kinded?.kind === 'noise' && /^[-−–(]?\s?\d{1,3}\)?$/.test(kinded.text) && Number(kinded.text.replace(/\D/g, '')) > 0

/** Numbers of up to three digits that stand like page numbers, as amounts where several such lines or amounts follow each other without a gap. */
function withShortAmounts(lines: readonly KindedLine[]): readonly KindedLine[] {
  const alike = (at: number): boolean => isShortNumber(lines[at]) || isAmountAlone(lines[at])
  return lines.map((line, at) => {
    const run = [at - 2, at - 1, at, at + 1, at + 2].map(alike)
    const inRun = (run[0] && run[1]) || (run[1] && run[3]) || (run[3] && run[4])
    return isShortNumber(line) && inRun ? { ...line, kind: 'row' as const, rows: draftRows(line.line) } : line
  })
}

const isAmountAlone = (kinded: KindedLine | undefined): boolean =>
  kinded?.kind === 'row' &&
  kinded.rows.length === 1 &&
  kinded.rows[0]?.parting === 'spaces' &&
  kinded.rows[0].label === '' &&
  kinded.rows[0].tail.some(token => hasDigits(token) && token.kind !== 'date')

const isLabelAlone = (kinded: KindedLine | undefined): boolean =>
  kinded !== undefined &&
  (kinded.kind === 'text' || kinded.kind === 'fragment' || kinded.kind === 'header') &&
  !kinded.atoms.some(atom => atom.kind === 'scenario' || atom.when !== undefined) &&
  /\p{L}{3}/u.test(kinded.text) &&
  kinded.text.length <= 80

/** The lines of amounts alone from `start` on, over blank lines. */
function amountsFrom(lines: readonly KindedLine[], start: number): readonly number[] {
  const found: number[] = []
  for (let at = start; at < lines.length && found.length <= mostRows; at += 1) {
    if (isAmountAlone(lines[at])) found.push(at)
    else if (lines[at]?.kind !== 'blank') break
  }
  return found
}

/** The lines of labels alone above, over blank lines and at most four lines of header. */
function labelsAbove(lines: readonly KindedLine[], start: number): readonly number[] {
  const found: number[] = []
  let headers = 0
  for (let at = start - 1; at >= 0 && found.length <= mostRows + 8; at -= 1) {
    const kind = lines[at]?.kind
    if (isLabelAlone(lines[at])) found.unshift(at)
    else if (kind === 'header' && found.length === 0 && headers < 4) headers += 1
    else if (kind !== 'blank') break
  }
  return found
}

/** The labels that go with the amounts, where exactly one way of leaving headings out is confirmed best by the sums. */
function align(lines: readonly KindedLine[], { labels, amounts }: Run): readonly number[] | undefined {
  const left = labels.length - amounts.length
  const tried = leavingOut(labels, left, lines)
    .map(({ kept, rank }) => ({ kept, rank, holds: confirmed(lines, kept, amounts) }))
    .sort((a, b) => b.holds - a.holds || a.rank - b.rank)
  const [best, rival] = tried
  const alone = !rival || rival.holds < (best?.holds ?? 0) || rival.rank > (best?.rank ?? 0)
  return best && best.holds > 0 && alone ? best.kept : undefined
}

interface Alignment {
  readonly kept: readonly number[]
  /** The less likely it is that what was left out are headings, the higher. */
  readonly rank: number
}

const isHeading = (text: string): boolean => /:$|räkning$|rakning$|budget$|analys$|[,(]\s*(?:kr|tkr|mnkr|kronor)\)?$/.test(text)

/** The ways to leave out so many labels: headings that a total repeats first, then the topmost lines. */
function leavingOut(labels: readonly number[], left: number, lines: readonly KindedLine[]): readonly Alignment[] {
  if (left === 0) return [{ kept: labels, rank: 0 }]
  const texts = labels.map(index => lines[index]?.text.toLowerCase() ?? '')
  const repeated = (index: number): boolean =>
    texts.some((text, at) => at > index && /^summa/.test(text) && text.endsWith(texts[index] ?? ' '))
  const ranked = labels
    .map((label, index) => ({ label, rank: repeated(index) || isHeading(texts[index] ?? '') ? 0 : index < left ? 1 + index / 100 : 2 }))
    .sort((a, b) => a.rank - b.rank)
  const found: Alignment[] = []
  const choose = (from: number, dropped: readonly number[], rank: number): void => {
    if (found.length >= mostAlignments) return
    if (dropped.length === left) {
      found.push({ kept: labels.filter(label => !dropped.includes(label)), rank })
      return
    }
    for (const [index, each] of ranked.entries()) if (index >= from) choose(index + 1, [...dropped, each.label], rank + each.rank)
  }
  choose(0, [], 0)
  return found
}

/** How many sums hold when the labels stand beside the amounts, less those that do not; 0 where none holds as printed. */
function confirmed(lines: readonly KindedLine[], labels: readonly number[], amounts: readonly number[]): number {
  const items = amounts.flatMap((at, index) => {
    const row = rowOf(lines, labels[index] ?? -1, at)
    return row ? [{ kind: 'row' as const, row, apart: false }] : []
  })
  const [table] = blockTables({ headers: [], above: [], items, titles: [], around: [] })
  return table && table.rows.length === amounts.length ? sumsHeld(table) : 0
}

/** What a sum that holds as printed is worth beside one that a damaged digit keeps from holding. */
const held = 2

function sumsHeld(table: RawTable): number {
  const sheet = reconcileSheet(gridOf(table, meaningsOf(table)))
  const cell = (row: number, column: number) => sheet.grid.rows[row]?.readings[sheet.choice[row] ?? 0]?.cells[column]
  const told = sheet.equations.filter(({ kind, terms }) => ['sum', 'result', 'balance'].includes(kind) && terms.length >= 3)
  const points = told.map(equation => {
    const [total, ...parts] = equation.terms
    const sum = parts.reduce((all, term) => all + term.weight * (cell(term.row, term.column)?.base ?? 0), 0)
    const print = total && cell(total.row, total.column)
    if (!total || !print || sum === 0) return -1
    if (print.base && Math.abs(total.weight * print.base + sum) <= equation.slack) return held
    return isOneSlipOff(print.printed, sum) ? 1 : -1
  })
  return points.includes(held) ? points.reduce((all, each) => all + each, 0) : 0
}

/** Whether one damaged digit would turn a sum into the print of its total: `4 O55` of 4 050. */
const isOneSlipOff = (printed: string, sum: number): boolean => {
  const digits = takeApart(printed).digits
  return digits.length >= 4 && distance(digits, String(Math.abs(Math.round(sum))), 1) <= 1
}

const rowOf = (lines: readonly KindedLine[], label: number, amount: number): RowDraft | undefined => {
  const own = lines[amount]?.rows[0]
  return own && { ...own, label: lines[label]?.text ?? '', labelApart: true }
}

const blank = (line: KindedLine): KindedLine => ({ ...line, kind: 'blank', text: '', rows: [], atoms: [] })

/**
 * Puts the joined rows in the place of their labels, so that headings between labels stay headings, and a header between the two
 * blocks above them; further amounts of the same labels stay where they are.
 */
function lay(
  joined: (readonly KindedLine[])[],
  lines: readonly KindedLine[],
  labels: readonly number[],
  amounts: readonly number[],
  first: boolean,
): void {
  const headers: KindedLine[] = []
  for (let at = (labels.at(-1) ?? 0) + 1; first && at < (amounts[0] ?? 0); at += 1) {
    const line = lines[at]
    if (line?.kind !== 'header') continue
    headers.push(line)
    joined[at] = [blank(line)]
  }
  amounts.forEach((at, index) => {
    const own = lines[at]
    const row = rowOf(lines, labels[index] ?? -1, at)
    if (!own || !row) return
    const made: KindedLine = { ...own, rows: [row] }
    joined[first ? (labels[index] ?? at) : at] = [...(index === 0 ? headers : []), made]
    if (first) joined[at] = [blank(own)]
  })
}
