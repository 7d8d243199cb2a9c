import type { Random } from './random.ts'

/** A row of a lawful statement. Headings have no values. `parts` are the rows (by index) that a total sums, with their signs. */
export interface LawfulRow {
  readonly label: string
  readonly kind: 'heading' | 'item' | 'total' | 'result'
  readonly values: readonly number[]
  readonly parts: readonly { readonly row: number; readonly weight: number }[]
}

/** A statement whose sums hold: what a document would print without any damage. */
export interface Lawful {
  /** Its heading; a result budget where none is given. */
  readonly title?: string
  readonly headers: readonly string[]
  readonly rows: readonly LawfulRow[]
  readonly costSign: 'positive' | 'negative'
  /** Amounts with thousands spaces (kronor) or without (thousands of kronor). */
  readonly kronor: boolean
}

export interface LawfulSize {
  readonly sections: number
  readonly itemsMost: number
  readonly columns: number
  readonly subtotals: boolean
  readonly chain: boolean
  /** Exactly so many items in each cost section, instead of up to `itemsMost`. */
  readonly exact?: number
}

const income = [
  'Försäkringskassan',
  'Region Mellanland',
  'Norrby kommun',
  'Söderås kommun',
  'Västervik kommun',
  'Statsbidrag',
  'Ränteintäkter',
  'Projektbidrag',
  'Övriga intäkter',
]
const costs = [
  'Personalkostnader',
  'Lokalhyra',
  'Styrelsearvoden',
  'Revision',
  'Kansli',
  'Information',
  'Konsulter',
  'Utbildning',
  'Resekostnader',
  'Samordningsteam Nord',
  'Samordningsteam Syd',
  'Vägen vidare',
  'Unga vuxna',
  'Arbetsmarknadstorget',
  'Steget',
  'Hälsoskolan',
  'Fontänhuset',
  'Rehabvägledning',
  'Grön rehab',
  'Metodutveckling',
  'Uppföljning',
  'Kompetensutveckling',
  'Processledning',
  'Digital plattform',
  'Insatskatalogen',
  'Nätverksträffar',
  'Förstudie',
  'Supported employment',
  'Språkstöd',
  'Mobilt team',
  'Vardagsstruktur',
  'Nya insatser',
  'Spår två',
  'Kvinnokraft',
  'Studiemotivation',
  'Arbetsgivarsamverkan',
  'Friskvård',
  'Peer support',
  'Case management',
  'Kartläggning',
]
const headings = ['Administration', 'Individinriktade insatser', 'Strukturella insatser', 'Gemensamma kostnader', 'Utveckling']
const headerNames = ['Bokslut 2021', 'Budget 2022', 'Prognos 2022', 'Budget 2023', 'Plan 2024', 'Plan 2025']

/** Draws a statement: income, cost sections with their sums, a result, and a chain of balances where asked for. */
export function drawLawful(random: Random, size: LawfulSize): Lawful {
  const kronor = random.chance(0.5)
  const costSign = random.chance(0.5) ? 'positive' : 'negative'
  const headers = headerNames.slice(headerNames.length - size.columns)
  const rows: LawfulRow[] = []
  const add = (row: LawfulRow): number => rows.push(row) - 1
  const labels = shuffled(costs, random)
  const amounts = (sign: number): readonly number[] => rowOf(random, headers.length, kronor).map(value => sign * value)
  const sum = (parts: LawfulRow['parts']): readonly number[] =>
    headers.map((_, column) => parts.reduce((all, part) => all + part.weight * (rows[part.row]?.values[column] ?? 0), 0))
  const total = (label: string, members: readonly number[]): number => {
    const parts = members.map(row => ({ row, weight: 1 }))
    return add({ label, kind: 'total', values: sum(parts), parts })
  }
  add({ label: 'Intäkter', kind: 'heading', values: [], parts: [] })
  const incomes = shuffled(income, random)
    .slice(0, random.between(1, Math.min(income.length, size.itemsMost)))
    .map(label => add({ label, kind: 'item', values: amounts(1), parts: [] }))
  const incomeTotal = total('Summa intäkter', incomes)
  const sign = costSign === 'negative' ? -1 : 1
  const sections: number[] = []
  for (let section = 0; section < size.sections; section += 1) {
    const heading = size.sections === 1 ? 'Kostnader' : (headings[section] ?? `Avdelning ${section + 1}`)
    add({ label: heading, kind: 'heading', values: [], parts: [] })
    const count = size.exact ?? random.between(1, size.itemsMost)
    const items = Array.from({ length: count }, () =>
      add({ label: labels.pop() ?? `Post ${rows.length}`, kind: 'item', values: amounts(sign), parts: [] }),
    )
    if (size.subtotals || size.sections === 1)
      sections.push(total(size.sections === 1 ? 'Summa kostnader' : `Summa ${heading.toLowerCase()}`, items))
    else sections.push(...items)
  }
  const costTotal = size.sections === 1 ? (sections[0] ?? 0) : total('Summa kostnader', sections)
  const resultParts = [
    { row: incomeTotal, weight: 1 },
    { row: costTotal, weight: -sign },
  ]
  const result = add({ label: 'Årets resultat', kind: 'result', values: sum(resultParts), parts: resultParts })
  if (size.chain) addChain(rows, random, headers, kronor, result)
  return { headers, rows, costSign, kronor }
}

/** Opening balance, result and closing balance: each closing is the next opening where years follow each other. */
function addChain(rows: LawfulRow[], random: Random, headers: readonly string[], kronor: boolean, result: number): void {
  const year = (column: number): number => Number(headers[column]?.slice(-4))
  const opening: number[] = []
  const closing: number[] = []
  headers.forEach((_, column) => {
    const before = headers.findLastIndex((__, other) => other < column && year(other) === year(column) - 1)
    opening.push(before >= 0 ? (closing[before] ?? 0) : 3 * amount(random, kronor) + 1_000)
    closing.push((opening[column] ?? 0) + (rows[result]?.values[column] ?? 0))
  })
  const first = rows.push({ label: 'Ingående eget kapital', kind: 'item', values: opening, parts: [] }) - 1
  rows.push({
    label: 'Utgående eget kapital',
    kind: 'total',
    values: closing,
    parts: [
      { row: first, weight: 1 },
      { row: result, weight: 1 },
    ],
  })
}

/** A row's amounts: of one size, a third more or less from column to column, some zero, few negative. */
function rowOf(random: Random, columns: number, kronor: boolean): readonly number[] {
  const size = amount(random, kronor)
  const steady = random.chance(0.25)
  return Array.from({ length: columns }, () => {
    if (random.chance(0.08)) return 0
    const value = steady ? size : Math.round(size * (0.7 + 0.6 * random.next()))
    const rounded = kronor && random.chance(0.7) ? Math.round(value / 100) * 100 : value
    return random.chance(0.03) ? -rounded : rounded
  })
}

const amount = (random: Random, kronor: boolean): number =>
  kronor
    ? random.between(1, random.pick([999, 9_999, 9_999])) * random.pick([100, 1_000, 1])
    : random.between(1, random.pick([60, 600, 6_000]))

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list]
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = random.between(0, at)
    const [a, b] = [copy[at], copy[other]]
    if (a !== undefined && b !== undefined) {
      copy[at] = b
      copy[other] = a
    }
  }
  return copy
}

/** Draws the size of a statement: 3 to about 60 rows, 1 to 6 columns. */
export function drawSize(random: Random): LawfulSize {
  const sections = random.between(1, 4)
  return {
    sections,
    itemsMost: random.pick([2, 4, 8, 12]),
    columns: random.between(1, 6),
    subtotals: random.chance(0.7),
    chain: random.chance(0.4),
  }
}
