import type { Scenario } from '@finsam/domain'
import { distance, fold } from './fold.ts'
import words from './header-words.json' with { type: 'json' }
import { lineCells } from './line-cells.ts'
import { lastDay, type Months, monthsOf } from './months.ts'
import { nearWords } from './near-words.ts'

export type Measure =
  | 'income'
  | 'cost'
  | 'net'
  | 'share'
  | 'population'
  | 'participants'
  | 'occasions'
  | 'count'
  | 'amount'
  | 'change'
  | 'opening'
  | 'closing'
  | 'rate'

/** A word or number of a header line, by what it says about a column. `cell` is the index of its marked cell. */
export interface HeaderAtom {
  readonly kind: 'scenario' | 'measure' | 'year' | 'day' | 'months' | 'note' | 'unit' | 'garbled' | 'word' | 'amount'
  readonly text: string
  readonly start: number
  readonly end: number
  readonly cell: number
  readonly scenario?: Scenario
  readonly measure?: Measure
  /** `2024` of a year, ISO of a day. */
  readonly when?: string
  readonly months?: Months
}

const scenarios: readonly Scenario[] = ['actual', 'budget', 'forecast', 'plan', 'variance']
const vocabulary = new Map<string, string>(Object.entries(words).flatMap(([meaning, list]) => list.map(word => [word, meaning] as const)))
const misprintsOf = nearWords([...vocabulary.keys()].filter(word => word.length >= 5))

const meaningOf = (word: string): string | undefined => {
  const folded = fold(word)
  const known = vocabulary.get(folded)
  if (known || folded.length < 5 || /\d/.test(folded)) return known
  const limit = folded.length >= 8 ? 2 : 1
  const meanings = new Set(misprintsOf(folded, limit).map(candidate => vocabulary.get(candidate)))
  return meanings.size === 1 ? [...meanings][0] : undefined
}

/**
 * The scenario that a garbled header word most resembles, where one is clearly nearest: `B;ggft` → budget.
 * Only for words of a header whose other words are legible.
 */
export function nearestScenario(text: string): Scenario | undefined {
  const folded = text.toLowerCase().replace(/\s/g, '')
  const scored = scenarios
    .flatMap(scenario =>
      (words[scenario as keyof typeof words] ?? []).map(word => ({
        scenario,
        ratio: distance(folded, word, 9) / Math.max(word.length, folded.length),
      })),
    )
    .sort((a, b) => a.ratio - b.ratio)
  const best = scored[0]
  const rival = scored.find(other => other.scenario !== best?.scenario)
  return best && best.ratio <= 0.56 && (rival?.ratio ?? 1) - best.ratio >= 0.1 ? best.scenario : undefined
}

const day = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{2})-(\d{2})-(\d{2})|(\d{4})(\d{2})(\d{2}))$/
const isoOf = (text: string): string | undefined => {
  const found = day.exec(text)
  if (!found) return undefined
  const [, y, m, d, yy, mm, dd, yyyy, mmm, ddd] = found
  const iso = y ? `${y}-${m}-${d}` : yy ? `20${yy}-${mm}-${dd}` : `${yyyy}-${mmm}-${ddd}`
  return Number.isNaN(Date.parse(iso)) || Number(iso.slice(0, 4)) < 1990 || Number(iso.slice(0, 4)) > 2060 ? undefined : iso
}

/** A year, also with letters for some of its digits: `2O27`. */
function yearOf(text: string): string | undefined {
  if (text.length !== 4 || text.replace(/\D/g, '').length < 2) return undefined
  const digits = text
    .replace(/[OoDQ]/g, '0')
    .replace(/[lI|]/g, '1')
    .replace(/[Zz]/g, '2')
  return /^(?:19[89]|20[0-4])\d$/.test(digits) ? digits : undefined
}

/** A year of which the first or last digit was read as a mark: `;023`, `202”`. */
const lacksDigit = /^(?:[^\p{L}\p{N}\s]0[0-4]\d|20[0-4][^\p{L}\p{N}\s])$/u

/** A damaged year of this century: its first or second digit goes without saying, the others are lost. */
const damagedYear = (text: string): Pick<HeaderAtom, 'kind' | 'when'> | undefined => {
  const known = /^(?:\P{N}0|2\P{N})([0-4]\d)$/u.exec(text)
  if (known) return { kind: 'year', when: `20${known[1]}` }
  return /^20(?:\P{N}\d|\d\P{N})$/u.test(text) ? { kind: 'year' } : undefined
}

/** Whether a word gives the ages of those that the column before it counts: `Invånare 16-64`. */
export const isAges = (text: string): boolean => /^\d{2}[-–]\d{2}$/.test(text)

function atomOf(text: string, start: number, cell: number): HeaderAtom | undefined {
  const base = { text, start, end: start + text.length, cell }
  if (text === '%' || text === '(%)') return { ...base, kind: 'measure', measure: 'share' }
  const bare = text.replace(/^[^\p{L}\d]+|[^\p{L}\d%]+$/gu, '')
  if (bare === '' || /^(?:i|per|den|i:|t\.o\.m|tom)$/i.test(bare)) return undefined
  if (/^[-−–—]\d+$/.test(text)) return { ...base, kind: 'amount' }
  if (lacksDigit.test(text)) return { ...base, kind: 'garbled' }
  const year = yearOf(bare)
  if (year) return { ...base, kind: 'year', when: year }
  const iso = isoOf(bare)
  if (iso) return { ...base, kind: 'day', when: iso }
  const month = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(bare)
  if (month) return { ...base, kind: 'day', when: lastDay(Number(month[1]), Number(month[2])) }
  const months = monthsOf(bare)
  if (months) return { ...base, kind: 'months', months }
  if (/^[\d.,]+%?$/.test(bare)) return { ...base, kind: 'amount' }
  if (isAges(bare)) return { ...base, kind: 'word' }
  if (bare === '%') return { ...base, kind: 'measure', measure: 'share' }
  const glued = /^(\p{L}{4,})((?:20)\d{2})$/u.exec(bare)
  const meaning = meaningOf(glued?.[1] ?? bare)
  if (!meaning) return { ...base, kind: /[^\p{L}\d\s/().,:&'-]|\p{L}\d|\d\p{L}/u.test(bare) ? 'garbled' : 'word' }
  if (/^belopp$/i.test(bare)) return { ...base, kind: 'unit' }
  if (meaning === 'note' || meaning === 'unit' || meaning === 'word') return { ...base, kind: meaning }
  if (scenarios.some(scenario => scenario === meaning)) {
    return { ...base, kind: 'scenario', scenario: meaning as Scenario, ...(glued?.[2] ? { when: glued[2] } : {}) }
  }
  return { ...base, kind: 'measure', measure: meaning as Measure }
}

const perHead: ReadonlySet<Measure | undefined> = new Set(['population', 'participants', 'count'])

/** A day that is written in six figures: `240831`. */
const shortDay = (atom: HeaderAtom): string | undefined =>
  atom.kind === 'amount' && /^\d{6}$/.test(atom.text) ? isoOf(`20${atom.text}`) : undefined
const isMonthEnd = (day: string | undefined): boolean =>
  day !== undefined && day === lastDay(Number(day.slice(0, 4)), Number(day.slice(5, 7))) && Math.abs(Number(day.slice(0, 4)) - 2020) < 20

/** The atoms of a line, left to right. */
export function headerAtoms(line: string): readonly HeaderAtom[] {
  const { cells } = lineCells(line)
  const atoms = cells.flatMap((piece, cell) =>
    [...piece.text.matchAll(/[^\s|]+/g)].flatMap(match => atomOf(match[0], piece.start + match.index, cell) ?? []),
  )
  const scenario = atoms.some(atom => atom.kind === 'scenario')
  const closings = atoms.filter(atom => isMonthEnd(shortDay(atom))).length >= 2
  return balancesWhole(atoms).map((atom, index) => {
    if (/^belopp$/i.test(atom.text) && index > 0 && !/belopp\s+(?:i|anges)\s/i.test(line))
      return { ...atom, kind: 'measure', measure: 'amount' }
    if (perHead.has(atom.measure) && /\bper\s+$/i.test(line.slice(0, atom.start)))
      return { ...atom, kind: 'measure', measure: 'rate', text: `per ${atom.text}` }
    const year = atom.kind === 'garbled' && atoms[index - 1]?.kind === 'scenario' ? damagedYear(atom.text) : undefined
    if (year) return { ...atom, ...year }
    const short = scenario || closings ? shortDay(atom) : undefined
    return short ? { ...atom, kind: 'day', when: short } : atom
  })
}

const balanceWord = /^(?:balans(?:en)?|värde|varde|saldo|eget|kapital|behållning|bokfört|bokfort)$/i
const movement: ReadonlySet<Measure | undefined> = new Set(['opening', 'closing', 'change'])

/** The words of one column of a roll-forward as one atom: `Ingående balans`, `Årets förändring`, `Utgående eget kapital`. */
function balancesWhole(atoms: readonly HeaderAtom[]): readonly HeaderAtom[] {
  const whole: HeaderAtom[] = []
  for (const atom of atoms) {
    const last = whole.at(-1)
    const beside = last !== undefined && last.cell === atom.cell && atom.start - last.end === 1
    if (beside && movement.has(last.measure) && last.measure !== 'change' && atom.kind === 'word' && balanceWord.test(atom.text))
      whole[whole.length - 1] = { ...last, text: `${last.text} ${atom.text}`, end: atom.end }
    else if (beside && atom.measure === 'change' && /^(?:årets|periodens)$/i.test(last.text))
      whole[whole.length - 1] = { ...atom, text: `${last.text} ${atom.text}`, start: last.start }
    else whole.push(atom)
  }
  return whole
}

const says = (atom: HeaderAtom): boolean => ['scenario', 'measure', 'year', 'day', 'months', 'note'].includes(atom.kind)

/**
 * Whether a line reads like a header of columns: words of headers, years and days, with at most a few leading words
 * (a caption: `Belopp i tkr`, `Verksamhet`) before the first of them and few strange ones among them.
 */
export function isHeaderLine(atoms: readonly HeaderAtom[]): boolean {
  if (atoms.length > 40 || atoms.some(atom => atom.kind === 'amount')) return false
  const first = atoms.findIndex(says)
  if (first < 0) return false
  const certain = atoms.filter(says).length
  const measuresOnly = atoms.every(atom => !says(atom) || atom.kind === 'measure')
  if (measuresOnly && certain < 2) return false
  const years = atoms.filter(atom => atom.kind === 'year')
  if (first > 0 && years.length >= 2 && years.length === certain && new Set(years.map(atom => atom.when)).size === 1) return false
  const words = atoms.slice(first).filter(atom => atom.kind === 'word' && !isAges(atom.text))
  const dated = words.filter(word => atoms[atoms.indexOf(word) + 1]?.kind === 'year').length
  const strays = words.length - (dated >= 2 ? dated : 0)
  const garbled = atoms.filter(atom => atom.kind === 'garbled').length
  const last = atoms.at(-1)?.kind
  const captioned = first <= 5 && (certain >= 2 || last === 'year' || last === 'day' || first <= 2)
  return captioned && strays <= (certain < 3 ? 0 : first === 0 ? certain - 1 : certain - 3) && garbled <= certain + 1
}

/** Whether a line may be a piece of a header beside a line that is one: a lone measure, a broken day, a unit. */
export const isHeaderFragment = (atoms: readonly HeaderAtom[]): boolean =>
  atoms.length <= 6 && atoms.some(atom => says(atom) || atom.kind === 'unit') && atoms.filter(atom => atom.kind === 'word').length <= 2
