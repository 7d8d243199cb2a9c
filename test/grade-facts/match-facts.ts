/** A fact of a golden file: what a person read in the prose. */
export interface GoldenFact {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly attribute: string
  readonly value: unknown
  readonly unit?: string | null
  readonly line: number
  readonly lineTo?: number
  readonly printed?: string | null
}

/** A fact of an export, as far as grading looks at it. */
export interface ExportedFact {
  readonly subject: string
  readonly attribute: string
  readonly value: unknown
  readonly unit?: string | undefined
  readonly printed: string
  readonly context: string
  readonly source: { readonly line: number; readonly lineTo?: number | undefined }
}

const money: Readonly<Record<string, number>> = { kr: 1, tkr: 1_000, mnkr: 1_000_000, 'milj kr': 1_000_000 }

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[åäáàâ&]/g, 'a')
    .replace(/[öóé06]/g, 'o')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const tokensOf = (text: string): readonly string[] =>
  fold(text)
    .split(' ')
    .filter(token => token.length > 2)

/** The share of the wanted words that stand in the offered text, endings apart. */
function coverage(wanted: string, offered: string): number {
  const words = tokensOf(wanted)
  const text = ` ${fold(offered)} `
  if (words.length === 0) return fold(offered).includes(fold(wanted)) ? 1 : 0
  return words.filter(word => text.includes(` ${word.slice(0, Math.max(4, word.length - 2))}`)).length / words.length
}

const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '')
const isRange = (value: unknown): value is { from: number; to: number } =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value

function sameNumber(wanted: number, golden: GoldenFact, offered: ExportedFact): boolean {
  const value = typeof offered.value === 'string' ? Number(offered.value) : offered.value
  if (typeof value !== 'number') return false
  const scale = (unit: string | null | undefined): number => money[unit ?? ''] ?? 1
  return Math.abs(value * scale(offered.unit) - wanted * scale(golden.unit)) < 1e-6
}

function sameText(wanted: string, offered: ExportedFact): boolean {
  const text = textOf(offered.value)
  return text !== '' && text.length < Math.max(80, wanted.length * 4) && coverage(wanted, text) >= 0.75
}

function sameList(wanted: readonly unknown[], offered: ExportedFact): boolean {
  if (Array.isArray(offered.value) && offered.value.length > wanted.length + 1) return false
  const text = textOf(offered.value)
  return text !== '' && text.length < 400 && wanted.every(item => coverage(String(item), text) >= 0.5)
}

/** A statement that something holds is met by a fact that says so in the words that the golden file names. */
function sameStatement(golden: GoldenFact, offered: ExportedFact): boolean {
  const saysSo = offered.value === true || offered.value === 'increase' || offered.value === 'decrease' || typeof offered.value === 'string'
  const words = typeof offered.value === 'string' ? `${offered.value} ${offered.printed}` : `${offered.printed} ${offered.attribute}`
  return saysSo && coverage(golden.printed ?? golden.attribute, words) >= 0.7
}

function sameValue(golden: GoldenFact, offered: ExportedFact): boolean {
  const { value } = golden
  if (typeof value === 'number') return sameNumber(value, golden, offered)
  if (typeof value === 'boolean') return value ? sameStatement(golden, offered) : offered.value === false
  if (Array.isArray(value)) return sameList(value, offered)
  if (isRange(value)) return isRange(offered.value) && offered.value.from === value.from && offered.value.to === value.to
  if (typeof value !== 'string') return false
  if (/^\d{4}(?:-\d\d){0,2}$/.test(value)) return String(offered.value) === value
  return value === 'increase' ? offered.value === 'increase' : sameText(value, offered)
}

const near = (golden: GoldenFact, offered: ExportedFact): boolean =>
  offered.source.line <= (golden.lineTo ?? golden.line) + 1 && (offered.source.lineTo ?? offered.source.line) >= golden.line - 1

/** The exported fact that says what a golden one says, at the same place, if there is one. */
export const findMatch = (golden: GoldenFact, offered: readonly ExportedFact[]): ExportedFact | undefined =>
  offered.find(fact => near(golden, fact) && sameValue(golden, fact))
