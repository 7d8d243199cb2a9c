import { COSTS } from '../number/costs.ts'
import { isYear } from './label-numbers.ts'
import { hasDigits, type Token } from './tokens.ts'

/** A cell as printed: its characters and place. */
export interface CellPrint {
  readonly printed: string
  readonly start: number
  readonly end: number
  /** A percent sign follows it. */
  readonly percent?: true
}

/** A cell that may begin at a token: where the next one begins, what it costs to read it so, and its rough size; 0 for a percent, which is of no amount's size. */
export interface NumberAt {
  readonly next: number
  readonly cost: number
  readonly value: number
  readonly print: CellPrint
}

const mostTokens = 8
/** No association counts in hundreds of billions: eleven digits are the most, this many after the last group. */
const mostDigits = 8

/** The cells that may begin at a token: single tokens, and groups of three digits joined to them. */
export function numbersAt(tokens: readonly Token[], from: number, glued = false): readonly NumberAt[] {
  const style = glued ? COSTS.joinAgainstStyle.nats : 0
  const first = tokens[from]
  if (!first) return []
  if (first.kind === 'mark') return /^[*†¹²³]+$/.test(first.text) ? [single(tokens, from, 1)] : []
  if (first.kind === 'letter')
    return [single(tokens, from, COSTS.wordAsCell.nats), ...grouped(tokens, from, from, COSTS.wordAsCell.nats, style)]
  if (first.kind === 'code') return [single(tokens, from, COSTS.decimalPoint.nats)]
  if (first.kind === 'minus') {
    const apart = tokens[from + 1]
    const negative = apart && apart.gap !== Number.POSITIVE_INFINITY ? grouped(tokens, from, from + 1, COSTS.minusApart.nats, style) : []
    return [single(tokens, from, COSTS.dashAsBlank.nats), ...negative]
  }
  return grouped(tokens, from, from, 0, style)
}

const cellFrom = (tokens: readonly Token[], from: number, to: number): CellPrint => {
  const parts = tokens.slice(from, to)
  const first = parts[0]
  const last = parts.at(-1)
  const printed = parts.map((token, index) => (index > 0 && token.gap === 0 ? token.text : ` ${token.text}`)).join('')
  return { printed: printed.trim(), start: first?.start ?? 0, end: last?.end ?? 0, ...(last?.percent ? { percent: true } : {}) }
}

const single = (tokens: readonly Token[], from: number, cost: number): NumberAt => ({
  next: from + 1,
  cost,
  value: 0,
  print: cellFrom(tokens, from, from + 1),
})

/** A head of one to three digits (or glued ones) and the groups that follow it; every shorter grouping is a cell as well. */
function grouped(tokens: readonly Token[], from: number, head: number, base: number, style: number): readonly NumberAt[] {
  const first = tokens[head]
  if (!first || (first.kind !== 'number' && first.kind !== 'garbled' && first.kind !== 'letter')) return []
  const found: NumberAt[] = []
  let cost = base + headCost(first.text)
  for (let end = head + 1; ; end += 1) {
    const join = joinCost(tokens, head, end)
    const print = cellFrom(tokens, from, end)
    const split = style === 0 && join !== undefined && join < 1 && tokens[end]?.gap === 1 ? COSTS.splitInsideNumber.nats : 0
    if (first.kind !== 'letter' || end > head + 1)
      found.push({
        next: end,
        cost: cost + split + hugeCost(print.printed),
        value: isPercent(tokens, end - 1, print.printed) ? 0 : sizeOf(print.printed),
        print,
      })
    if (join === undefined || end - head >= mostTokens || print.printed.replace(/[^\p{L}\d]/gu, '').length > mostDigits) return found
    cost += join + (end === head + 1 ? style + (isYear(first.text) ? COSTS.yearAsHead.nats : 0) : 0)
    if (end === head + 1 && hasDigits(tokens[end] ?? first) && first.text.replace(/\D/g, '').length > 3) cost += COSTS.gluedThousands.nats
  }
}

/** How many percents a row prints. */
export const percentsIn = (tokens: readonly Token[]): number =>
  tokens.filter((token, at) => token.kind !== 'unit' && isPercent(tokens, at, token.text)).length

/** A number with one decimal and no thousands: among whole numbers it is a percent, whether a sign follows it or not. */
export const oneDecimal = /^[-−–—+(]?\d{1,3},\d\)?%?$/

/** Whether a number that ends with a token is a percent by its print. */
const isPercent = (tokens: readonly Token[], last: number, printed: string): boolean =>
  tokens[last]?.percent === true || (oneDecimal.test(printed) && tokens.some(({ kind, text }) => kind === 'number' && !/[,%]/.test(text)))

/** What it costs to take the token at `at` for a further group of the number that begins at `head`; undefined where it cannot be one. */
function joinCost(tokens: readonly Token[], head: number, at: number): number | undefined {
  const next = tokens[at]
  const before = tokens[at - 1]
  if (!next || !before || next.gap === Number.POSITIVE_INFINITY || next.percent || before.percent || /[,%]/.test(before.text))
    return undefined
  if (next.kind === 'mark' && next.gap === 0) return /^[|\]!]$/.test(next.text) ? 2.5 : /^[.'’,;:]$/.test(next.text) ? 0.4 : undefined
  if (next.kind !== 'number' && next.kind !== 'garbled' && next.kind !== 'letter') return undefined
  if (next.gap === 0 && before.kind !== 'mark') return undefined
  if (at === head + 1 && /^[-−–—]?0/.test(before.text)) return undefined
  if (/^[-−–—(]/.test(next.text)) return undefined
  if (/\)$/.test(before.text) || (/\)$/.test(next.text) && !/^\(/.test(tokens[head]?.text ?? ''))) return undefined
  const group = groupCost(next.text.replace(/\)$/, ''))
  return group === undefined ? undefined : group + (next.gap > 1 ? COSTS.joinAcrossGap.nats : 0)
}

/** What it costs that `100,0` is the end of an amount, and not the whole of which percents are told. */
const wholeCost = 1.5

/** Groups have three digits; six where a space is lost, two or four where a character is lost or added. */
function groupCost(text: string): number | undefined {
  if (text === '100,0') return wholeCost
  if (/^\d{3},\d{1,2}$/.test(text)) return 0
  if (text.includes(',')) return undefined
  const length = text.replace(/[.'’]/g, '').length
  if (length === 3) return /\d/.test(text) ? 0 : COSTS.wordAsCell.nats
  if (length === 6) return COSTS.gluedThousands.nats
  if (length === 2) return COSTS.lostDigit.nats
  return length === 4 ? COSTS.addedZero.nats : undefined
}

const headCost = (text: string): number => (/^[-−–—]?0\d/.test(text) ? 8 : /\./.test(text) && !/\d\.\d{3}/.test(text) ? 1 : 0)

/** Amounts of a hundred millions and more are rare in what these associations print. */
const hugeCost = (printed: string): number =>
  Math.max(0, printed.replace(/,\d{1,2}\D*$/, '').replace(/\D/g, '').length - 8) * COSTS.hugeAmount.nats

/** The rough size of an amount: damaged characters count as digits. */
function sizeOf(printed: string): number {
  let digits = ''
  for (const character of printed) {
    if (character >= '0' && character <= '9') digits += character
    else if (character === ',') break
    else if (!/[\s.'’()−–—-]/.test(character)) digits += '5'
  }
  return digits === '' || digits.length > 15 ? 0 : Number(digits)
}
