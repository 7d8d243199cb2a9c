import { fold } from './fold.ts'
import { isYear } from './label-numbers.ts'
import { lineCells } from './line-cells.ts'
import { hasDigits, isAmountLike, type Token, tokensOf } from './tokens.ts'

/** The halves of a line, each in its place; '' where a half prints nothing. */
export interface Sides {
  readonly left: string
  readonly right: string
}

export interface SidedText extends Sides {
  /** The label of each half that prints something. */
  readonly labels: readonly string[]
}

const longest = 160

function spacedTokens(text: string): readonly Token[] {
  const { parting, cells } = lineCells(text)
  return parting === 'spaces' && cells[0] && text.length <= longest ? tokensOf(cells[0]) : []
}

/** Whether a line can hold two labels with amounts: words stand behind a digit. */
export const mayHoldTwo = (text: string): boolean => text.length <= longest && /\d.*\p{L}{3}/u.test(text)

/** A line's halves: two labels, each followed by its amounts; a line of one label and its amounts is a left half alone. */
export function spacedSides(text: string): SidedText | undefined {
  const runs = runsOf(spacedTokens(text))
  const [left, right] = runs
  if (!left || runs.length > 2 || !runs.every(isRow)) return undefined
  const cut = right?.[0]?.start ?? text.length
  return { left: text.slice(0, cut), right: ' '.repeat(cut) + text.slice(cut), labels: runs.map(labelOf) }
}

/** Tokens cut where words follow amounts. */
function runsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const runs: Token[][] = []
  tokens.forEach((token, at) => {
    const before = tokens[at - 1]
    const begins = before === undefined || (!isAmountLike(token) && isAmountLike(before) && runs.at(-1)?.some(isNumber))
    if (begins) runs.push([token])
    else runs.at(-1)?.push(token)
  })
  return runs
}

const isNumber = (token: Token): boolean => hasDigits(token) && token.kind !== 'date' && !isYear(token.text)
const labelOf = (run: readonly Token[]): string =>
  run
    .filter(token => !isAmountLike(token))
    .map(token => token.text)
    .join(' ')
const isRow = (run: readonly Token[]): boolean => /\p{L}{3}/u.test(labelOf(run)) && run.some(isNumber) && run[0]?.kind === 'word'

/** Words that head two lists of one account. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:intakter|inkomster|inbetalningar)/, /^(?:kostnader|utgifter|utbetalningar)/],
  [/^tillgangar/, /^(?:egetkapital|skulder)/],
]

/** The halves of a head over two lists: `INTÄKTER KOSTNADER`, `Tillgångar 2024 2023 Skulder och eget kapital 2024 2023`. */
export function spacedHeading(text: string): Sides | undefined {
  if (text.length > longest || !opposites.some(([one]) => one.test(fold(text)))) return undefined
  const tokens = spacedTokens(text)
  const starts = tokens.filter((token, at) => at > 0 && token.kind === 'word').map(token => token.start)
  for (const cut of starts) {
    const [left, right] = [text.slice(0, cut), text.slice(cut)]
    const opposed = opposites.some(([one, other]) => one.test(fold(left)) && other.test(fold(right)))
    const [heads, others] = [left, right].map(half => half.match(/\d[\d-]*/g)?.join(' ') ?? '')
    if (!opposed || heads !== others) continue
    const words = right.slice(0, /\d/.exec(right)?.index ?? right.length)
    return { left, right: ' '.repeat(cut) + words }
  }
  return undefined
}
